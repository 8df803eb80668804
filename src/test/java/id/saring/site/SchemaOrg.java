package id.saring.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * schema.org's own definitions, all of them: what a type descends from, which types a property belongs to, and what its
 * value may be. {@code src/test/resources/schemaorg/README.md} tells where they come from.
 */
final class SchemaOrg {
    private record Property(List<String> domains, List<String> ranges, boolean superseded) {}

    private record Type(List<String> parents, boolean superseded) {}

    private static final Map<String, Type> TYPES = new HashMap<>();
    private static final Map<String, Property> PROPERTIES = new HashMap<>();

    static {
        rows("types").forEach(row -> TYPES.put(row[0], new Type(names(row[1]), !row[2].isEmpty())));
        rows("properties").forEach(row ->
                PROPERTIES.put(row[0], new Property(names(row[1]), names(row[2]), !row[3].isEmpty())));
    }

    private SchemaOrg() {}

    private static List<String[]> rows(String file) {
        try (InputStream in = SchemaOrg.class.getResourceAsStream("/schemaorg/" + file + ".tsv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(line -> (line + "\t\t\t").split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(","));
    }

    /** What is wrong with the thing, one sentence each; empty if it is valid. */
    static List<String> faults(JsonNode thing) {
        List<String> faults = new ArrayList<>();
        check(thing, "", faults);
        return faults;
    }

    private static void check(JsonNode thing, String path, List<String> faults) {
        String type = thing.path("@type").asString("");
        if (!TYPES.containsKey(type)) {
            faults.add(path + ": unknown type '" + type + "'");
            return;
        }
        if (TYPES.get(type).superseded) {
            faults.add(path + ": another type has taken the place of " + type);
        }
        for (Map.Entry<String, JsonNode> member : thing.properties()) {
            String name = member.getKey();
            if (name.startsWith("@")) {
                continue;
            }
            String at = path + "/" + name;
            Property property = PROPERTIES.get(name);
            if (property == null || property.superseded) {
                faults.add(at + ": no such property");
            } else if (property.domains.stream().noneMatch(domain -> descends(type, domain))) {
                faults.add(at + ": not a property of " + type);
            } else {
                values(member.getValue()).forEach(value -> checkValue(value, property, at, faults));
            }
        }
    }

    private static void checkValue(JsonNode value, Property property, String at, List<String> faults) {
        if (value.isObject()) {
            String type = value.path("@type").asString("");
            if (property.ranges.stream().noneMatch(range -> descends(type, range))) {
                faults.add(at + ": must not be a " + type);
            }
            check(value, at, faults);
        } else if (property.ranges.stream().noneMatch(range -> isA(value, range))) {
            faults.add(at + ": " + value + " is none of " + property.ranges);
        }
    }

    private static boolean isA(JsonNode value, String range) {
        String text = value.asString("");
        return switch (range) {
            case "Text" -> value.isString() && !text.isBlank();
            case "URL" -> value.isString() && text.matches("https?://[^\\s<>\"]+");
            case "Number" -> value.isNumber();
            case "Integer" -> value.isIntegralNumber();
            case "Boolean" -> value.isBoolean();
            case "Date" -> value.isString() && text.matches("\\d{4}-\\d{2}-\\d{2}");
            case "DateTime" -> value.isString()
                    && text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})");
            default -> false;
        };
    }

    private static boolean descends(String type, String ancestor) {
        return type.equals(ancestor)
                || TYPES.containsKey(type)
                        && TYPES.get(type).parents.stream().anyMatch(parent -> descends(parent, ancestor));
    }

    private static List<JsonNode> values(JsonNode value) {
        return value.isArray() ? value.valueStream().toList() : List.of(value);
    }
}
