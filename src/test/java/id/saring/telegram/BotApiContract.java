package id.saring.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Bot API's facts, from a file: which methods there are and what they take. Knows nothing of our own code. */
final class BotApiContract {
    private final JsonNode facts;

    BotApiContract() {
        try (InputStream file = BotApiContract.class.getResourceAsStream("/telegram/bot-api.json")) {
            this.facts = JsonMapper.shared().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a call; empty if nothing is. Methods are found in any case, as Telegram does. */
    List<String> violations(String method, JsonNode parameters) {
        for (Map.Entry<String, JsonNode> known : facts.path("methods").properties()) {
            if (known.getKey().equalsIgnoreCase(method)) {
                List<String> violations = new ArrayList<>();
                checkFields(known.getKey(), known.getValue(), parameters, violations);
                return violations;
            }
        }
        return List.of("unknown method " + method);
    }

    private void checkFields(String where, JsonNode fields, JsonNode value, List<String> violations) {
        if (!value.isObject()) {
            violations.add(where + " is no object");
            return;
        }
        fields.properties().forEach(field -> {
            String name = field.getKey().replace("!", "");
            if (field.getKey().endsWith("!") && !value.has(name)) {
                violations.add(where + " lacks " + name);
            }
        });
        value.properties().forEach(given -> {
            String name = given.getKey();
            JsonNode type = fields.has(name + "!") ? fields.get(name + "!") : fields.get(name);
            if (type != null) {
                checkType(where + "." + name, type.asString(), given.getValue(), violations);
            } else if (!name.equals("method")) { // the library repeats the method in the body; Telegram ignores it
                violations.add(where + " has no parameter " + name);
            }
        });
    }

    private void checkType(String where, String type, JsonNode value, List<String> violations) {
        if (type.endsWith("[]")) {
            if (!value.isArray()) {
                violations.add(where + " is no list");
            }
            value.forEach(item -> checkType(where + "[]", type.substring(0, type.length() - 2), item, violations));
            return;
        }
        boolean right = switch (type) {
            case "integer" -> value.isIntegralNumber();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer|string" -> value.isIntegralNumber() || value.isString();
            default -> {
                checkFields(where, facts.path("types").path(type), value, violations);
                yield true;
            }
        };
        if (!right) {
            violations.add(where + " is no " + type + ": " + value);
        }
    }
}
