package id.saring.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * schema.org's definitions of the types and properties we use: what a type descends from, which types a property
 * belongs to, and what its value may be. Taken from the vocabulary's {@code domainIncludes} and {@code rangeIncludes}.
 */
final class SchemaOrg {
    private static final Map<String, String> PARENT = Map.ofEntries(
            Map.entry("Thing", ""),
            Map.entry("CreativeWork", "Thing"),
            Map.entry("Review", "CreativeWork"),
            Map.entry("ClaimReview", "Review"),
            Map.entry("Claim", "CreativeWork"),
            Map.entry("Dataset", "CreativeWork"),
            Map.entry("DataFeed", "Dataset"),
            Map.entry("Intangible", "Thing"),
            Map.entry("DataFeedItem", "Intangible"),
            Map.entry("Rating", "Intangible"),
            Map.entry("StructuredValue", "Intangible"),
            Map.entry("PropertyValue", "StructuredValue"),
            Map.entry("Organization", "Thing"),
            Map.entry("Person", "Thing"));

    private record Property(Set<String> domains, Set<String> ranges) {}

    private static final Map<String, Property> PROPERTIES = new LinkedHashMap<>();

    static {
        define("name", "Thing", "Text");
        define("url", "Thing", "URL");
        define("identifier", "Thing", "PropertyValue", "Text", "URL");
        define("image", "Thing", "ImageObject", "URL");
        define("author", "CreativeWork", "Organization", "Person");
        define("publisher", "CreativeWork", "Organization", "Person");
        define("license", "CreativeWork", "CreativeWork", "URL");
        define("inLanguage", "CreativeWork", "Language", "Text");
        define("creativeWorkStatus", "CreativeWork", "DefinedTerm", "Text");
        define("datePublished", "CreativeWork", "Date", "DateTime");
        define("citation", "CreativeWork", "CreativeWork", "Text");
        PROPERTIES.put("dateModified",
                new Property(Set.of("CreativeWork", "DataFeedItem"), Set.of("Date", "DateTime")));
        define("claimReviewed", "ClaimReview", "Text");
        define("itemReviewed", "Review", "Thing");
        define("reviewRating", "Review", "Rating");
        define("appearance", "Claim", "CreativeWork");
        PROPERTIES.put("ratingValue", new Property(Set.of("Rating"), Set.of("Number", "Text")));
        define("worstRating", "Rating", "Number", "Text");
        define("bestRating", "Rating", "Number", "Text");
        define("ratingExplanation", "Rating", "Text");
        define("alternateName", "Thing", "Text");
        define("propertyID", "PropertyValue", "Text", "URL");
        define("value", "PropertyValue", "Boolean", "Number", "StructuredValue", "Text");
        define("dataFeedElement", "DataFeed", "DataFeedItem", "Text", "Thing");
        define("item", "DataFeedItem", "Thing");
    }

    private SchemaOrg() {}

    private static void define(String property, String domain, String... ranges) {
        PROPERTIES.put(property, new Property(Set.of(domain), Set.of(ranges)));
    }

    /** What is wrong with the thing, one sentence each; empty if it is valid. */
    static List<String> faults(JsonNode thing) {
        List<String> faults = new ArrayList<>();
        check(thing, "", faults);
        return faults;
    }

    private static void check(JsonNode thing, String path, List<String> faults) {
        String type = thing.path("@type").asString("");
        if (!PARENT.containsKey(type)) {
            faults.add(path + ": unknown type '" + type + "'");
            return;
        }
        for (Map.Entry<String, JsonNode> member : thing.properties()) {
            String name = member.getKey();
            if (name.startsWith("@")) {
                continue;
            }
            String at = path + "/" + name;
            Property property = PROPERTIES.get(name);
            if (property == null) {
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
            case "Boolean" -> value.isBoolean();
            case "Date" -> value.isString() && text.matches("\\d{4}-\\d{2}-\\d{2}");
            case "DateTime" -> value.isString()
                    && text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})");
            default -> false;
        };
    }

    private static boolean descends(String type, String ancestor) {
        for (String at = type; at != null && !at.isEmpty(); at = PARENT.get(at)) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private static List<JsonNode> values(JsonNode value) {
        return value.isArray() ? List.copyOf(value.values()) : List.of(value);
    }
}
