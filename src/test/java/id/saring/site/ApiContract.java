package id.saring.site;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An OpenAPI document as what it is: a promise that answers are held to. */
final class ApiContract {
    /** Headers that answers have only at times. */
    private static final Set<String> OPTIONAL = Set.of("Link", "Last-Modified");

    private static final String OPEN_API = "https://spec.openapis.org/";

    private final JsonNode document;

    ApiContract(JsonNode document) {
        this.document = document;
    }

    /** What is wrong with the document by OpenAPI's own schema, that of JSON Schema in it included. */
    static List<String> faults(JsonNode document) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaIdResolvers(
                        ids -> ids.mapPrefix(OPEN_API, "classpath:spec.openapis.org/")));
        return told(registry.getSchema(SchemaLocation.of(OPEN_API + "oas/3.1/schema-base/2022-10-07")), document);
    }

    /** Every operation, as {@code GET /path}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue().propertyNames().forEach(method ->
                operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** Every answer that is promised, as {@code GET /path 200}. */
    Set<String> answers() {
        Set<String> answers = new TreeSet<>();
        operations().forEach(operation -> operation(operation).path("responses").propertyNames().forEach(status ->
                answers.add(operation + " " + status)));
        return answers;
    }

    /** How an answer differs from what is promised of the operation; empty if it does not. */
    List<String> faults(String operation, HttpResponse<String> answer) {
        JsonNode promised = resolved(operation(operation).path("responses").path("" + answer.statusCode()));
        if (promised.isMissingNode()) {
            return List.of("no status " + answer.statusCode());
        }
        List<String> faults = new ArrayList<>();
        promised.path("headers").propertyNames().stream()
                .filter(name -> answer.headers().firstValue(name).isEmpty() && !OPTIONAL.contains(name))
                .forEach(name -> faults.add("no header " + name));
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode content = promised.path("content");
        if (content.isMissingNode() ? !answer.body().isEmpty() : !content.has(type)) {
            faults.add("must not be of type " + type);
        } else if (type.endsWith("json")) {
            faults.addAll(faults(content.path(type).path("schema"), JsonMapper.shared().readTree(answer.body())));
        }
        return faults;
    }

    /** What is wrong with a body sent to the operation. */
    List<String> faultsOfRequest(String operation, String body) {
        JsonNode content = resolved(operation(operation).path("requestBody")).path("content");
        return faults(content.path("application/json").path("schema"), JsonMapper.shared().readTree(body));
    }

    /** What is wrong with the examples, by the schemas they stand beside. */
    List<String> faultsOfExamples() {
        List<String> faults = new ArrayList<>();
        document.findParents("example").forEach(beside -> {
            if (beside.has("schema")) {
                faults(beside.path("schema"), beside.path("example"))
                        .forEach(fault -> faults.add(beside.path("example") + ": " + fault));
            }
        });
        return faults;
    }

    List<String> faults(String schema, JsonNode value) {
        return faults(document.path("components").path("schemas").path(schema), value);
    }

    private List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.path("components"));
        return told(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole), value);
    }

    private static List<String> told(Schema schema, JsonNode value) {
        return schema.validate(value).stream().map(Object::toString).toList();
    }

    private JsonNode operation(String operation) {
        String[] parts = operation.split(" ", 2);
        return document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(document.at(node.path("$ref").asString().substring(1))) : node;
    }
}
