package id.saring.moderation;

import id.saring.claim.Claim;
import id.saring.claim.ClaimState;
import id.saring.claim.Revision;
import id.saring.claim.Signature;
import id.saring.exchange.ClaimExport;
import id.saring.moderation.ClaimFields.Fault;
import id.saring.moderation.ClaimFields.SourceFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A claim as the API reads and writes it: the fields of a file of JSON Lines, and what only the store knows. */
final class ApiClaim {
    private static final Set<String> TEXTS = Set.of(
            "key", "language", "claim", "headline", "verdict", "rating", "kind", "summary", "firstSeenOn", "reviewedOn",
            "reviewedBy", "state", "reason");
    private static final Set<String> TEXT_LISTS = Set.of("phrasings", "appearances");
    private static final Set<String> SOURCE = Set.of("title", "url", "publisher");

    /** What the store knows and tells; sent back, as by who read the claim before, it is passed over. */
    private static final Set<String> TOLD = Set.of("id", "version", "createdAt", "updatedAt");

    private static final int KEY = 200;

    private final JsonNode json;
    private final Map<String, Fault> faults = new LinkedHashMap<>();

    ApiClaim(JsonNode json) {
        this.json = json;
        json.propertyNames().forEach(this::look);
    }

    /** What is wrong with the types and names of the fields. */
    Map<String, Fault> faults() {
        return faults;
    }

    ClaimFields fields() {
        return new ClaimFields(
                json.hasNonNull("language") ? text("language") : "id",
                text("claim"),
                text("headline"),
                text("verdict"),
                text("rating"),
                text("kind"),
                text("summary"),
                sources(),
                texts("phrasings"),
                texts("appearances"),
                text("firstSeenOn"),
                text("reviewedOn"),
                text("reviewedBy"));
    }

    @Nullable String key() {
        String key = text("key").strip();
        return key.isEmpty() ? null : key;
    }

    @Nullable String reason() {
        return text("reason");
    }

    /** Whether people are told although the verdict is the same; of another verdict they are told anyway. */
    boolean tell() {
        return json.path("tell").asBoolean(false);
    }

    /** Cases that are not to be answered though the matcher would. */
    List<Long> leave() {
        return json.path("leave").valueStream().map(JsonNode::asLong).toList();
    }

    /** The state asked for, {@code now} if none is. */
    ClaimState state(ClaimState now) {
        return json.hasNonNull("state") ? ClaimState.valueOf(text("state").strip().toUpperCase(Locale.ROOT)) : now;
    }

    private void look(String name) {
        JsonNode value = json.path(name);
        if (TOLD.contains(name) || value.isNull()) {
            return;
        }
        if (TEXTS.contains(name)) {
            lookAtText(name, value);
        } else if (TEXT_LISTS.contains(name)) {
            if (!value.isArray() || value.valueStream().anyMatch(item -> !item.isString())) {
                faults.put(name, Fault.of("texts"));
            }
        } else if (name.equals("sources")) {
            if (!value.isArray() || value.valueStream().anyMatch(item -> !isSource(item))) {
                faults.put(name, Fault.of("objects"));
            }
        } else if (name.equals("leave")) {
            if (!value.isArray() || value.valueStream().anyMatch(item -> !isCase(item))) {
                faults.put(name, Fault.of("numbers"));
            }
        } else if (name.equals("tell")) {
            if (!value.isBoolean()) {
                faults.put(name, Fault.of("boolean"));
            }
        } else {
            faults.put(name, Fault.of("field"));
        }
    }

    private void lookAtText(String name, JsonNode value) {
        if (!value.isString()) {
            faults.put(name, Fault.of("text"));
            return;
        }
        int length = value.stringValue().length();
        int most = name.equals("key") ? KEY : name.equals("reason") ? Signature.MAX_REASON : Integer.MAX_VALUE;
        if (length > most) {
            faults.put(name, Fault.of("long", most, length));
        } else if (name.equals("state") && !isState(value.stringValue())) {
            faults.put(name, Fault.of("choice", "DRAFT, PUBLISHED, WITHDRAWN"));
        }
    }

    private static boolean isCase(JsonNode item) {
        return item.isIntegralNumber() && item.canConvertToLong() && item.asLong() > 0;
    }

    private static boolean isState(String state) {
        try {
            ClaimState.valueOf(state.strip().toUpperCase(Locale.ROOT));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSource(JsonNode item) {
        return item.isObject()
                && SOURCE.containsAll(item.propertyNames())
                && item.valueStream().allMatch(value -> value.isString() || value.isNull());
    }

    private String text(String name) {
        return json.path(name).asString("");
    }

    private List<String> texts(String name) {
        return json.path(name).valueStream().map(item -> item.asString("")).toList();
    }

    private List<SourceFields> sources() {
        List<SourceFields> sources = new ArrayList<>();
        json.path("sources").valueStream().forEach(item -> sources.add(new SourceFields(
                item.path("title").asString(""), item.path("url").asString(""), item.path("publisher").asString(""))));
        return sources;
    }

    static ObjectNode of(Claim claim) {
        ObjectNode json = ClaimExport.json(claim);
        json.put("id", claim.id().value());
        json.put("version", claim.version());
        json.put("createdAt", claim.createdAt().toString());
        json.put("updatedAt", claim.updatedAt().toString());
        return json;
    }

    static ObjectNode of(Claim claim, Revision revision) {
        ObjectNode json = ClaimExport.json(new Claim(
                claim.id(), claim.key(), revision.content(), revision.state(), revision.version(), claim.createdAt(),
                revision.at()));
        json.put("version", revision.version());
        json.put("at", revision.at().toString());
        json.put("author", revision.author().name());
        if (revision.reason() != null) {
            json.put("reason", revision.reason());
        }
        return json;
    }
}
