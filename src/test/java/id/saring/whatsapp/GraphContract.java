package id.saring.whatsapp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The Cloud API's rules for what may be posted to a number's messages. Knows nothing of our own code. */
final class GraphContract {
    private final List<String> violations = new ArrayList<>();

    private GraphContract() {}

    /** What is wrong with a post; empty if nothing is. */
    static List<String> violations(JsonNode post) {
        GraphContract contract = new GraphContract();
        contract.post(post);
        return contract.violations;
    }

    private void post(JsonNode post) {
        oneOf("messaging_product", post.path("messaging_product"), "whatsapp");
        if (post.has("status")) {
            only("read mark", post, "messaging_product", "status", "message_id", "typing_indicator");
            oneOf("status", post.path("status"), "read");
            text("message_id", post.path("message_id"), 1, 256);
            if (post.has("typing_indicator")) {
                only("typing_indicator", post.path("typing_indicator"), "type");
                oneOf("typing_indicator.type", post.path("typing_indicator").path("type"), "text");
            }
            return;
        }
        String type = post.path("type").asString("");
        only("message", post, "messaging_product", "recipient_type", "to", "recipient", "type", "context", type,
                "biz_opaque_callback_data");
        oneOf("recipient_type", post.path("recipient_type"), "individual");
        recipient(post);
        if (post.has("context")) {
            only("context", post.path("context"), "message_id");
            text("context.message_id", post.path("context").path("message_id"), 1, 256);
        }
        switch (type) {
            case "text" -> {
                only("text", post.path("text"), "body", "preview_url");
                text("text.body", post.path("text").path("body"), 1, 4096);
                check("text.preview_url is no boolean", post.path("text").path("preview_url").isBoolean());
            }
            case "interactive" -> interactive(post.path("interactive"));
            case "template" -> template(post.path("template"));
            default -> violations.add("type " + type);
        }
    }

    private void recipient(JsonNode post) {
        check("to and recipient at once, or neither", post.has("to") != post.has("recipient"));
        if (post.has("to")) {
            check("to is no number", post.path("to").asString("").matches("\\+?[0-9]{5,15}"));
        } else {
            check("recipient is no user id",
                    post.path("recipient").asString("").matches("[A-Z]{2}\\.(ENT\\.)?[0-9A-Za-z]{1,128}"));
        }
    }

    private void interactive(JsonNode interactive) {
        only("interactive", interactive, "type", "header", "body", "footer", "action");
        only("body", interactive.path("body"), "text");
        text("interactive.body.text", interactive.path("body").path("text"), 1, 1024);
        JsonNode action = interactive.path("action");
        switch (interactive.path("type").asString("")) {
            case "button" -> buttons(action);
            case "list" -> list(action);
            default -> violations.add("interactive.type " + interactive.path("type"));
        }
    }

    private void buttons(JsonNode action) {
        only("action", action, "buttons");
        check("1 to 3 buttons", action.path("buttons").size() >= 1 && action.path("buttons").size() <= 3);
        Set<String> seen = new HashSet<>();
        for (JsonNode button : action.path("buttons")) {
            only("button", button, "type", "reply");
            oneOf("button.type", button.path("type"), "reply");
            only("reply", button.path("reply"), "id", "title");
            text("button id", button.path("reply").path("id"), 1, 256);
            text("button title", button.path("reply").path("title"), 1, 20);
            check("two equal button titles", seen.add("t" + button.path("reply").path("title").asString("")));
            check("two equal button ids", seen.add("i" + button.path("reply").path("id").asString("")));
        }
    }

    private void list(JsonNode action) {
        only("action", action, "button", "sections");
        text("list button", action.path("button"), 1, 20);
        check("1 to 10 sections", action.path("sections").size() >= 1 && action.path("sections").size() <= 10);
        int rows = 0;
        Set<String> ids = new HashSet<>();
        for (JsonNode section : action.path("sections")) {
            only("section", section, "title", "rows");
            if (section.has("title") || action.path("sections").size() > 1) {
                text("section title", section.path("title"), 1, 24);
            }
            for (JsonNode row : section.path("rows")) {
                rows++;
                only("row", row, "id", "title", "description");
                text("row id", row.path("id"), 1, 200);
                text("row title", row.path("title"), 1, 24);
                check("two equal row ids", ids.add(row.path("id").asString("")));
                if (row.has("description")) {
                    text("row description", row.path("description"), 1, 72);
                }
            }
        }
        check("1 to 10 rows in all", rows >= 1 && rows <= 10);
    }

    private void template(JsonNode template) {
        only("template", template, "name", "language", "components");
        text("template name", template.path("name"), 1, 512);
        only("language", template.path("language"), "code");
        text("template language", template.path("language").path("code"), 2, 10);
        for (JsonNode component : template.path("components")) {
            oneOf("component type", component.path("type"), "body");
            for (JsonNode parameter : component.path("parameters")) {
                only("parameter", parameter, "type", "text");
                text("parameter text", parameter.path("text"), 1, 1024);
                String text = parameter.path("text").asString("");
                check("line break, tab or five blanks in a parameter", !text.matches("(?s).*([\\n\\t]| {5}).*"));
            }
        }
    }

    private void only(String where, JsonNode object, String... names) {
        check(where + " is no object", object.isObject());
        object.propertyNames().forEach(name ->
                check(where + " has no field " + name, List.of(names).contains(name)));
    }

    private void oneOf(String where, JsonNode value, String... allowed) {
        check(where + " is " + value, List.of(allowed).contains(value.asString("")));
    }

    private void text(String where, JsonNode value, int least, int most) {
        String text = value.isString() ? value.stringValue() : "";
        check(where + " has " + text.length() + " characters", text.strip().length() >= least && text.length() <= most);
    }

    private void check(String otherwise, boolean right) {
        if (!right) {
            violations.add(otherwise);
        }
    }
}
