package id.saring.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What programs can ask, as OpenAPI 3.1: written in a file for each group of operations under {@code openapi/}, told as
 * one document.
 */
final class ApiDocument {
    /** In the order in which a reader meets them. */
    private static final List<String> FILES =
            List.of("saring", "check", "verdicts", "fact-check-tools", "feeds", "claims", "about");

    private final ObjectNode document;

    /** Operations that belong together. */
    public record Group(String name, String description, List<Operation> operations) {}

    /** @param staff whether it takes a moderator's token */
    public record Operation(String method, String path, String summary, boolean staff) {}

    ApiDocument(JsonMapper json) {
        document = json.createObjectNode();
        FILES.forEach(file -> add(document, json.valueToTree(read("/openapi/" + file + ".yml"))));
    }

    /** A copy, to be changed at will. */
    ObjectNode copy() {
        return document.deepCopy();
    }

    /** The operations by their tags. */
    List<Group> groups() {
        return document.path("tags").valueStream()
                .map(tag -> new Group(
                        tag.path("name").asString(), tag.path("description").asString(),
                        operations(tag.path("name").asString())))
                .toList();
    }

    private List<Operation> operations(String tag) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            JsonNode operation = method.getValue();
            if (operation.path("tags").path(0).asString("").equals(tag)) {
                operations.add(new Operation(
                        method.getKey().toLowerCase(Locale.ROOT), path.getKey(), operation.path("summary").asString(),
                        operation.path("security").path(0).has("token")));
            }
        }));
        return operations;
    }

    private static Object read(String file) {
        try (InputStream in = Objects.requireNonNull(ApiDocument.class.getResourceAsStream(file))) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ObjectNode to, JsonNode part) {
        part.properties().forEach(member -> {
            JsonNode known = to.path(member.getKey());
            if (known instanceof ObjectNode both && member.getValue().isObject()) {
                add(both, member.getValue());
            } else if (known.isMissingNode()) {
                to.set(member.getKey(), member.getValue());
            } else {
                throw new IllegalStateException("Two files of the API's description have " + member.getKey());
            }
        });
    }
}
