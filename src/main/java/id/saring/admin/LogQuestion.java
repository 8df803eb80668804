package id.saring.admin;

import id.saring.audit.LookupFilter;
import id.saring.audit.LookupPlace;
import id.saring.chat.Content;
import id.saring.chat.DeliveryState;
import id.saring.core.ClaimId;
import id.saring.core.Door;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.TraceId;
import id.saring.moderation.Params;
import id.saring.moderation.Unread;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the address asks of the log. */
record LogQuestion(Params params) {
    private static final String PATH = "/admin";
    private static final String FILE = "/admin/lookups.csv";

    /** The parameters that say which lookups, apart from where the page begins. */
    private static final List<String> FILTERS = List.of(
            "q", "from", "until", "channel", "asker", "language", "forwarding", "outcome", "claim",
            "surest", "unsurest", "slowest", "fastest", "cache", "delivery", "trace");

    static final List<String> OUTCOMES = List.of(
            "match", "candidates", "keyword", "not_found", "unreadable", "chosen", "next", "linked", "latest", "slowed",
            "expired", "blocked", "command", "unknown_command", "too_long", "unsupported");

    LookupFilter filter() {
        return new LookupFilter(
                new LookupFilter.When(params.time("from"), params.time("until")),
                new LookupFilter.Who(
                        params.constant("channel", Door.class),
                        value("asker", Pseudonym::new),
                        Language.of(params.text("language")).orElse(null),
                        params.textOrNull("forwarding")),
                new LookupFilter.What(
                        params.textOrNull("outcome"), claim(), share("surest"), share("unsurest")),
                new LookupFilter.Effort(time("fastest"), time("slowest"), cache()),
                value("trace", TraceId::new));
    }

    /** Words that the message must hold; empty for any message. */
    public String text() {
        return params.text("q");
    }

    public @Nullable DeliveryState delivery() {
        return params.constant("delivery", DeliveryState.class);
    }

    LookupPlace before() {
        return LookupPlace.of(params.text("before")).orElse(LookupPlace.END);
    }

    /** Whether this is the newest page. */
    public boolean first() {
        return before().equals(LookupPlace.END);
    }

    /** Since when the page follows what comes; null if it does not. */
    @Nullable Instant following() {
        Long millis = params.whole("live");
        return millis == null ? null : Instant.ofEpochMilli(Math.min(millis, 9_999_999_999_999L));
    }

    public String value(String name) {
        return params.text(name);
    }

    /** The filters that were given something that cannot be read. */
    public List<Unread> unread() {
        return FILTERS.stream()
                .filter(this::unread)
                .map(name -> new Unread("log." + name, params.text(name)))
                .toList();
    }

    public boolean unread(String name) {
        return params.unread(name, read(name));
    }

    private @Nullable Object read(String name) {
        return switch (name) {
            case "from", "until" -> params.time(name);
            case "channel" -> params.constant(name, Door.class);
            case "forwarding" -> params.constant(name, Content.Forwarding.class);
            case "delivery" -> delivery();
            case "language" -> Language.of(params.text(name)).orElse(null);
            case "outcome" -> OUTCOMES.contains(params.text(name)) ? params.text(name) : null;
            case "asker" -> value(name, Pseudonym::new);
            case "trace" -> value(name, TraceId::new);
            case "claim" -> claim();
            case "surest", "unsurest" -> share(name);
            case "slowest", "fastest" -> time(name);
            case "cache" -> cache();
            default -> params.textOrNull(name);
        };
    }

    /** Whether lookups are left out. */
    public boolean filtered() {
        return FILTERS.stream().anyMatch(name -> !params.text(name).isEmpty());
    }

    /** Whether more is asked than the first row of fields. */
    public boolean more() {
        return FILTERS.subList(4, FILTERS.size()).stream()
                .anyMatch(name -> !name.equals("outcome") && !params.text(name).isEmpty());
    }

    /** The filters that are set, for the record. */
    Map<String, String> told() {
        Map<String, String> told = new TreeMap<>();
        FILTERS.stream().filter(name -> !params.text(name).isEmpty())
                .forEach(name -> told.put(name, params.text(name)));
        // What people wrote is nothing for the record.
        told.computeIfPresent("q", (name, text) -> text.length() + " characters");
        return told;
    }

    /** The same question from its newest lookup on. */
    public String newest() {
        return params.address(PATH, FILTERS, Map.of());
    }

    public String older(LookupPlace before) {
        return params.address(PATH, FILTERS, Map.of("before", before));
    }

    /** The newest page again, as it follows what comes. */
    public String live(long since, String seen) {
        return params.address(PATH, FILTERS, Map.of("live", since, "seen", seen));
    }

    public String file() {
        return params.address(FILE, FILTERS, Map.of());
    }

    /** The same question with one more filter. */
    public String with(String name, Object value) {
        return params.address(PATH, FILTERS, Map.of(name, value));
    }

    private @Nullable ClaimId claim() {
        Long id = params.whole("claim");
        return id == null ? null : new ClaimId(id);
    }

    private @Nullable Double share(String name) {
        Double percent = params.number(name);
        return percent == null ? null : percent / 100;
    }

    private @Nullable Duration time(String name) {
        Double millis = params.number(name);
        return millis == null ? null : Duration.ofNanos((long) (Math.min(millis, 1e9) * 1e6));
    }

    private @Nullable Boolean cache() {
        return switch (params.text("cache")) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> null;
        };
    }

    private <T> @Nullable T value(String name, Function<String, T> reading) {
        try {
            return Optional.ofNullable(params.textOrNull(name)).map(reading).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
