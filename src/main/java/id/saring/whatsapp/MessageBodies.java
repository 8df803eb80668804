package id.saring.whatsapp;

import id.saring.chat.Button;
import id.saring.chat.OutgoingMessage;
import id.saring.core.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes our messages in the form WhatsApp takes and within its limits, in UTF-16 units; one each, as each is billed.
 */
final class MessageBodies {
    static final int MAX_TEXT = 4096;
    static final int MAX_INTERACTIVE = 1024;
    static final int MAX_REPLY_BUTTONS = 3;
    static final int MAX_ROWS = 10;
    static final int MAX_BUTTON_TITLE = 20;
    static final int MAX_ROW_TITLE = 24;
    static final int MAX_ROW_DESCRIPTION = 72;

    /** The body of a template may have 1024 with the words around its variable. */
    private static final int MAX_TEMPLATE_TEXT = 800;

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private final JsonMapper json;
    private final WhatsAppSettings.Template template;
    private final Function<Language, String> listButton;

    /** @param listButton what opens a list of choices, in each language */
    MessageBodies(JsonMapper json, WhatsAppSettings.Template template, Function<Language, String> listButton) {
        this.json = json;
        this.template = template;
        this.listButton = listButton;
    }

    /** The message as a text, with buttons or with a list; empty if it is longer or shorter than WhatsApp takes. */
    Optional<ObjectNode> of(OutgoingMessage message) {
        String marked = WhatsAppText.of(message.text());
        String text = marked.length() <= MAX_TEXT ? marked : WhatsAppText.plain(message.text());
        if (text.isBlank() || text.length() > MAX_TEXT) {
            return Optional.empty();
        }
        ObjectNode body = addressed(message);
        if (message.replyTo() != null) {
            body.putObject("context").put("message_id", message.replyTo());
        }
        List<Button> buttons = differing(message.buttons());
        // A text too long for buttons goes without them: the answer counts.
        if (buttons.isEmpty() || text.length() > MAX_INTERACTIVE) {
            body.put("type", "text")
                    .putObject("text")
                    .put("body", text)
                    .put("preview_url", isFirstAddress(text, message.previewUrl()));
        } else {
            ObjectNode interactive = body.put("type", "interactive").putObject("interactive");
            boolean few = buttons.size() <= MAX_REPLY_BUTTONS;
            interactive.put("type", few ? "button" : "list").putObject("body").put("text", text);
            ObjectNode action = interactive.putObject("action");
            if (few) {
                replyButtons(action.putArray("buttons"), buttons);
            } else {
                action.put("button", WhatsAppText.cut(listButton.apply(message.language()), MAX_BUTTON_TITLE));
                rows(action.putArray("sections").addObject().putArray("rows"), buttons);
            }
        }
        return Optional.of(body);
    }

    boolean hasTemplate() {
        return template.isGiven();
    }

    /** The message as the template's only variable. */
    ObjectNode inTemplate(OutgoingMessage message) {
        String line = WhatsAppText.plain(message.text()).strip().replaceAll("\\s+", " ");
        ObjectNode body = addressed(message).put("type", "template");
        ObjectNode filled = body.putObject("template").put("name", template.name());
        filled.putObject("language")
                .put("code", template.language().isBlank() ? message.language().code() : template.language());
        filled.putArray("components")
                .addObject()
                .put("type", "body")
                .putArray("parameters")
                .addObject()
                .put("type", "text")
                .put("text", WhatsAppText.cut(line, MAX_TEMPLATE_TEXT));
        return body;
    }

    /** Marks a person's message as read and, if there is more to come, shows that we write. */
    ObjectNode readMark(String messageId, boolean typing) {
        ObjectNode body = json.createObjectNode()
                .put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", messageId);
        if (typing) {
            body.putObject("typing_indicator").put("type", "text");
        }
        return body;
    }

    private ObjectNode addressed(OutgoingMessage message) {
        WhatsAppAddress address = WhatsAppAddress.of(message.to());
        return json.createObjectNode()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put(address.field(), address.person());
    }

    private static void replyButtons(ArrayNode into, List<Button> buttons) {
        List<String> titles = titles(buttons, MAX_BUTTON_TITLE);
        for (int i = 0; i < buttons.size(); i++) {
            into.addObject()
                    .put("type", "reply")
                    .putObject("reply")
                    .put("id", buttons.get(i).data())
                    .put("title", titles.get(i));
        }
    }

    private static void rows(ArrayNode into, List<Button> buttons) {
        List<String> titles = titles(buttons, MAX_ROW_TITLE);
        for (int i = 0; i < buttons.size(); i++) {
            String label = buttons.get(i).label();
            ObjectNode row = into.addObject().put("id", buttons.get(i).data()).put("title", titles.get(i));
            if (label.length() > MAX_ROW_TITLE) {
                row.put("description", WhatsAppText.cut(label, MAX_ROW_DESCRIPTION));
            }
        }
    }

    /** As many as WhatsApp shows, without those that do the same. */
    private static List<Button> differing(List<Button> buttons) {
        Set<String> seen = new HashSet<>();
        return buttons.stream().filter(button -> seen.add(button.data())).limit(MAX_ROWS).toList();
    }

    /** Labels as long as there is room for; WhatsApp refuses two that are equal. */
    private static List<String> titles(List<Button> buttons, int limit) {
        List<String> titles = new ArrayList<>();
        for (Button button : buttons) {
            String title = WhatsAppText.cut(button.label().strip(), limit);
            for (int n = 2; titles.contains(title); n++) {
                title = WhatsAppText.cut(button.label().strip(), limit - 3) + " " + n;
            }
            titles.add(title);
        }
        return titles;
    }

    /** WhatsApp previews the first address, whichever that is; it must not be the one a hoax leads to. */
    private static boolean isFirstAddress(String text, @Nullable String url) {
        Matcher first = ADDRESS.matcher(text);
        return url != null && first.find() && first.group().startsWith(url);
    }
}
