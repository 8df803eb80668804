package id.saring.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Telegram's HTML as its server does: few tags, four named entities, everything else is text or an error. */
final class EntityParser {
    private static final Set<String> TAGS = Set.of(
            "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre", "blockquote", "span",
            "tg-spoiler", "tg-emoji");
    private static final Map<String, String> NAMED = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");
    private static final Pattern ENTITY = Pattern.compile("&(?:#([0-9]{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,6}));");
    private static final Pattern START = Pattern.compile("<([a-zA-Z-]+)((?:\\s+[a-z-]+(?:=\"[^\"]*\")?)*)\\s*>");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

    /** Offset and length count UTF-16 units of the text. */
    record Entity(String tag, int offset, int length, String url) {}

    record Parsed(String text, List<Entity> entities) {}

    private record Open(String tag, int offset, String url) {}

    /** @throws IllegalArgumentException with Telegram's words if it cannot be read */
    static Parsed parse(String html) {
        StringBuilder text = new StringBuilder();
        List<Entity> entities = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        int i = 0;
        while (i < html.length()) {
            if (html.startsWith("</", i)) {
                int end = html.indexOf('>', i);
                if (open.isEmpty() || end < 0 || !html.substring(i + 2, end).equalsIgnoreCase(open.peek().tag())) {
                    throw new IllegalArgumentException("Unexpected end tag at byte offset " + bytes(html, i));
                }
                Open closed = open.pop();
                entities.add(new Entity(closed.tag(), closed.offset(), text.length() - closed.offset(), closed.url()));
                i = end + 1;
            } else if (html.charAt(i) == '<') {
                Matcher start = START.matcher(html).region(i, html.length());
                if (!start.lookingAt() || !TAGS.contains(start.group(1).toLowerCase(java.util.Locale.ROOT))) {
                    throw new IllegalArgumentException("Unsupported start tag \""
                            + html.substring(i + 1, Math.min(html.length(), i + 9)) + "\" at byte offset "
                            + bytes(html, i));
                }
                Matcher href = HREF.matcher(start.group(2));
                open.push(new Open(start.group(1), text.length(), href.find() ? decode(href.group(1)) : ""));
                i = start.end();
            } else {
                Matcher entity = ENTITY.matcher(html).region(i, html.length());
                boolean known = entity.lookingAt() && !decode(entity.group()).equals(entity.group());
                text.append(known ? decode(entity.group()) : html.substring(i, i + 1));
                i = known ? entity.end() : i + 1;
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("Can't find end tag corresponding to start tag " + open.peek().tag());
        }
        return new Parsed(text.toString(), entities);
    }

    private static String decode(String html) {
        return ENTITY.matcher(html).replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) != null ? Character.toString(Integer.parseInt(found.group(1)))
                        : found.group(2) != null ? Character.toString(Integer.parseInt(found.group(2), 16))
                        : NAMED.getOrDefault(found.group(3), found.group())));
    }

    private static int bytes(String html, int end) {
        return html.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    }
}
