package id.saring.safety;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Values that have broken other programs. */
final class Nasty {
    private static final List<String> TEXTS = List.of(
            "", " ", "\0", "a\0b", "../../../../etc/passwd", "..\\..\\windows\\win.ini", "' OR '1'='1",
            "'; DROP TABLE claim; --",
            "\" OR 1=1 --", "1; SELECT pg_sleep(9)", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
            "${jndi:ldap://127.0.0.1/a}",
            "{{7*7}}", "${7*7}", "#{7*7}", "__${7*7}__::.x", "%s%s%n%d", "%00", "%zz", "\r\nSet-Cookie: x=1",
            "%0d%0aX-Injected:%201", "NaN", "Infinity", "null", "undefined", "true", "-1", "0", "1e999999999",
            "9223372036854775808", "99999999999999999999999999",
            "0x7f", "1/0", "٣٤", "\u202Egnp.exe", "\uFEFFteks", "\u0000\u0001\u0002",
            "Z\u0351\u036b\u0343\u036a\u0302a".repeat(40), "😀".repeat(500),
            "\uFDFD".repeat(300), "ß".repeat(1000), "İıŞş", "\uD83D", "A".repeat(70_000), "a ".repeat(12_000),
            "((((((((((a+)+)+)+)+)+)+)+)+$",
            "[", "{", "]]>", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", "*)(uid=*", "|id",
            "`id`", "$(id)",
            "http://169.254.169.254/latest/meta-data", "file:///etc/passwd", "javascript:alert(1)", "//evil.example",
            "data:text/html,x",
            "id,en;q=0.5,*;q=9", "+OR+title:*", "title:[* TO *]", "*", "?", "~", "\"", "\\", "AND OR NOT", "-", "+",
            "/".repeat(500), ".".repeat(500));

    private final Random random;

    Nasty(Random random) {
        this.random = random;
    }

    String text() {
        return switch (random.nextInt(8)) {
            case 0 -> noise(1 + random.nextInt(60));
            case 1 -> pick(TEXTS) + pick(TEXTS);
            default -> pick(TEXTS);
        };
    }

    /** Percent-encoded, or wrongly so, or not at all as far as a request line bears it. */
    String encoded() {
        String text = text();
        text = text.length() > 3000 ? text.substring(0, 3000) : text;
        return switch (random.nextInt(6)) {
            case 0 -> text.replaceAll("[\\p{Cntrl} ]|[^\\x00-\\x7F]", "");
            case 1 -> pick(List.of("%C0%AF", "%FF%FE", "%ED%A0%80", "%u0041", "%", "%a", "%00", "%F0%9F%98"));
            default -> URLEncoder.encode(text, StandardCharsets.UTF_8);
        };
    }

    /** Something a header line can hold, without a line's end. */
    String header() {
        String text = text().replaceAll("[\\r\\n\\x00]", "");
        return random.nextInt(5) == 0
                ? Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) : text;
    }

    String json() {
        return switch (random.nextInt(16)) {
            case 0 -> "{\"text\":";
            case 1 -> "[".repeat(20_000);
            case 2 -> "{\"text\":" + "{\"a\":".repeat(3000) + "1" + "}".repeat(3000) + "}";
            case 3 -> "{\"text\":\"a\",\"text\":\"b\"}x";
            case 4 -> "{\"text\":\"\\ud83d\"";
            case 5 -> "{\"text\":1e9999999}}";
            case 6 -> "{text:'a'}";
            case 7 -> "\uFEFF[]";
            case 8 -> "{\"text\":{\"$ne\":null}}";
            case 9 -> "{\"text\":[\"a\"]}";
            case 10 -> "\"text\"";
            case 11 -> "{\"text\":\"" + "x".repeat(300_000) + "\"}";
            case 12 -> "{\"" + "k".repeat(60_000) + "\":1}";
            case 13 -> "{\"text\":" + "9".repeat(5000) + "}";
            case 14 -> "{\"text\":\"a\0b\"}";
            default -> noise(200);
        };
    }

    String noise(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextInt(4) == 0 ? 1 + random.nextInt(0xD000) : 1 + random.nextInt(126));
        }
        return text.toString();
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
