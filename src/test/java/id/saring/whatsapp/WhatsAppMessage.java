package id.saring.whatsapp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message of ours as a person sees it.
 *
 * @param kind     text, button, list or template
 * @param choices  the labels of its buttons or rows
 * @param data     what each of them carries
 * @param quotes   the id of the message it quotes
 */
public record WhatsAppMessage(
        String id,
        String kind,
        String text,
        List<String> choices,
        List<String> data,
        @Nullable String quotes,
        boolean preview) {
    static WhatsAppMessage of(String id, JsonNode post) {
        JsonNode interactive = post.path("interactive");
        List<JsonNode> choices = new ArrayList<>();
        interactive.path("action").path("buttons").forEach(button -> choices.add(button.path("reply")));
        interactive.path("action").path("sections").forEach(section -> section.path("rows").forEach(choices::add));
        String type = post.path("type").asString();
        String text = switch (type) {
            case "text" -> post.path("text").path("body").asString();
            case "interactive" -> interactive.path("body").path("text").asString();
            default -> post.at("/template/components/0/parameters/0/text").asString("");
        };
        return new WhatsAppMessage(
                id,
                type.equals("interactive") ? interactive.path("type").asString() : type,
                text,
                choices.stream().map(choice -> choice.path("title").asString()).toList(),
                choices.stream().map(choice -> choice.path("id").asString()).toList(),
                post.has("context") ? post.path("context").path("message_id").asString() : null,
                post.path("text").path("preview_url").asBoolean(false));
    }
}
