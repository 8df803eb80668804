package id.saring.moderation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names a browser in few words, enough for people to recognise their own among their sessions. */
final class Device {
    /** In the order of asking: most browsers also call themselves by the names of those they grew out of. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg", "Edge", "OPR/", "Opera", "SamsungBrowser", "Samsung Internet", "Firefox", "Firefox",
            "FxiOS", "Firefox", "CriOS", "Chrome", "Chrom", "Chrome", "Safari", "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "Android", "Android", "iPhone", "iPhone", "iPad", "iPad", "Windows", "Windows", "Mac OS", "macOS", "CrOS",
            "ChromeOS", "Linux", "Linux");

    private Device() {}

    /** Such as {@code Firefox, Windows}; a question mark for what is not known. */
    static String of(@Nullable String userAgent) {
        String agent = userAgent == null ? "" : userAgent;
        return first(BROWSERS, agent) + ", " + first(SYSTEMS, agent);
    }

    private static String first(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(entry -> agent.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("?");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
