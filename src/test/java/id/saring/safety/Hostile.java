package id.saring.safety;

import id.saring.safety.Attempt.Expect;
import id.saring.safety.Endpoints.Endpoint;
import id.saring.telegram.TelegramServer;
import id.saring.whatsapp.WebhookRequest;
import id.saring.whatsapp.WhatsAppServer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes hostile inputs of every kind for every door, the same ones for the same seed. */
final class Hostile {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> JSON_DOORS = List.of("/api/v1/check", "/chat/messages");
    private static final List<String> STAFF = List.of("/moderation", "/admin", "/actuator");
    private static final List<String> METHODS = List.of(
            "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW", "get", "PROPFIND",
            "G\0T", "");
    private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "OPTIONS");
    private static final List<String> NAMES = List.of(
            "text", "q", "page", "sort", "state", "verdict", "language", "lang", "from", "to", "id", "next", "name",
            "password", "after", "wait", "theme", "accent", "limit", "cursor", "since", "query", "languageCode",
            "pageSize", "pageToken", "url", "maxAgeDays", "reviewPublisherSiteFilter", "offset", "mode", "ends", "person", "cause",
            "until", "note", "role", "actor", "what", "subject", "before", "live", "seen", "channel", "asker", "outcome",
            "claim", "surest", "slowest", "trace", "delivery", "by", "count", "why", "address", "minute", "day", "hub.mode", "hub.challenge",
            "hub.verify_token", "indonesian", "english", "chat", "fastest", "unsurest", "cache", "forwarding", "notice", "reason", "_csrf", "%00", "a[b]");
    private static final List<String> TYPES = List.of(
            "application/json", FORM, "text/plain", "multipart/form-data", "application/xml",
            "application/json; charset=utf-32",
            "application/json;charset=nonsense", "*/*", "nonsense", "", "multipart/form-data; boundary=",
            "application/octet-stream",
            "text/html;q=\"", "application/json, application/json", "application/x-java-serialized-object");

    /** Somebody signed in: cookies, and the proof that a form is ours. */
    record Session(String cookies, String proof) {}

    private final Random random;
    private final Nasty nasty;
    private final List<Endpoint> doors;
    private final WebhookRequest recorded;
    private final byte[] update;

    /**
     * @param recorded a webhook of Meta's that was listened to
     * @param update   one of Telegram's
     */
    Hostile(long seed, Set<Endpoint> doors, WebhookRequest recorded, byte[] update) {
        this.random = new Random(seed);
        this.nasty = new Nasty(random);
        this.doors = List.copyOf(doors);
        this.recorded = recorded;
        this.update = update;
    }

    /** From somebody who knows nothing of ours. */
    Attempt ofStranger() {
        return switch (random.nextInt(14)) {
            case 0 -> trickyPath();
            case 1 -> method();
            case 2 -> type();
            case 3, 4 -> parameters();
            case 5 -> new Attempt("JSON", Expect.REFUSAL,
                    request("POST", nasty.pick(JSON_DOORS)).body("application/json", nasty.json()).bytes());
            case 6 -> multipart(null);
            case 7 -> headers();
            case 8 -> malformed();
            case 9 -> telegramForged();
            case 10 -> metaForged();
            case 11 -> unproved();
            case 12 -> disguised();
            default -> protocol();
        };
    }

    /** From somebody who has what lets them in: a platform's secret. What they say is odd, not forged. */
    Attempt ofPlatform() {
        String body = random.nextBoolean() ? nasty.json() : platformJson();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0) {
            return random.nextBoolean()
                    ? new Attempt("replay", Expect.ANY, meta(recorded.body(), recorded.signature()))
                    : new Attempt("replay", Expect.ANY, telegram(update));
        }
        if (random.nextBoolean()) {
            return new Attempt("signed by Meta", Expect.ANY, meta(bytes, signature(bytes)));
        }
        return new Attempt("from Telegram", Expect.ANY, telegram(bytes));
    }

    private static byte[] telegram(byte[] body) {
        return request("POST", "/webhooks/telegram")
                .header("X-Telegram-Bot-Api-Secret-Token", WholeApp.TELEGRAM_SECRET)
                .body("application/json", body)
                .bytes();
    }

    /** From a stolen token: what programs of staff send, about claims that are not there. */
    Attempt ofProgram(String token) {
        String id = nasty.pick(List.of("", "/0", "/987654321987654321", "/99999999999999999999", "/-1", "/%00", "/x"));
        String path = "/api/v1/claims" + id + nasty.pick(List.of("", "/revisions", "/publish", "/withdraw"));
        String method = nasty.pick(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        Request request = random.nextInt(6) == 0
                ? request("POST", "/api/v1/explanations")
                : request(method, method.equals("GET") ? path + "?" + pairs() : path);
        return new Attempt("program", Expect.ANY, request.header("Authorization", "Bearer " + token)
                .header("If-Match", nasty.header())
                .body(random.nextInt(8) == 0 ? nasty.pick(TYPES) : "application/json",
                        random.nextBoolean() ? nasty.json() : claimJson())
                .bytes());
    }

    /** A claim as the API takes it, with one hostile value. */
    private String claimJson() {
        String member = nasty.pick(List.of("key", "language", "claim", "headline", "verdict", "summary", "sources",
                "phrasings", "appearances", "firstSeenOn", "reviewedOn", "reviewedBy", "state"));
        return "{\"language\":\"id\",\"verdict\":\"FALSE\",\"" + member + "\":" + hostileValue() + "}";
    }

    /** From a stolen session: every form there is, filled in hostilely, about things that are not there. */
    Attempt ofStaff(Session session, List<Endpoint> theirs) {
        if (random.nextInt(12) == 0) {
            return multipart(session);
        }
        Endpoint door = nasty.pick(theirs);
        String path = door.path().replaceAll("/1(?=/|$)",
                "/" + nasty.pick(List.of("0", "987654321987654321", "99999999999999999999", "-1", "%00", "x")));
        if (door.reads()) {
            return new Attempt("staff reads", Expect.ANY,
                    request("GET", path + "?" + pairs()).header("Cookie", session.cookies()).bytes());
        }
        String form = "_csrf=" + session.proof() + "&" + pairs();
        return new Attempt("staff acts", Expect.ANY,
                request(door.method(), path).header("Cookie", session.cookies()).body(FORM, form).bytes());
    }

    private Endpoint door() {
        return nasty.pick(doors);
    }

    private static Request request(String method, String target) {
        return new Request(method, target).header("Accept", "text/html,application/json;q=0.9,*/*;q=0.5");
    }

    private Attempt trickyPath() {
        String path = door().path();
        int at = path.indexOf('/', 1) < 0 ? path.length() : path.indexOf('/', 1);
        String trick =
                nasty.pick(List.of("/..;/", "/%2e%2e/", "//", ";a=b/", "/%00", "\\", "%2f", "%c0%ae%c0%ae/", "/./",
                "/.%2e/", "%5c..%5c", "/../../../../etc/passwd", "%252e%252e%252f", "/WEB-INF/web.xml", "/..%00/",
                "?/../", "#/../", "/\u00e9", ".json", "~", "/META-INF/MANIFEST.MF", "/" + nasty.encoded(),
                "/" + "a".repeat(9000)));
        String whole = path.substring(0, at) + trick + path.substring(at);
        return new Attempt("path", Expect.ANY, request(random.nextInt(4) == 0 ? "POST" : "GET", whole).bytes());
    }

    private Attempt method() {
        String method = nasty.pick(METHODS);
        Expect expect = KNOWN.contains(method) ? Expect.ANY : Expect.PROTOCOL;
        return new Attempt("method", expect, request(method, door().path()).bytes());
    }

    private Attempt type() {
        Endpoint door = door();
        byte[] body = random.nextBoolean()
                ? nasty.bytes(random.nextInt(4000))
                : nasty.json().getBytes(StandardCharsets.UTF_8);
        return new Attempt("content type", Expect.ANY,
                request(door.reads() ? "POST" : door.method(), door.path()).body(nasty.pick(TYPES), body).bytes());
    }

    private Attempt parameters() {
        Endpoint door = door();
        if (door.reads()) {
            return new Attempt("parameters", Expect.ANY, request("GET", door.path() + "?" + pairs()).bytes());
        }
        return new Attempt("form", Expect.ANY, request(door.method(), door.path()).body(FORM, pairs()).bytes());
    }

    private String pairs() {
        StringBuilder pairs = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            pairs.append(nasty.pick(NAMES)).append('=').append(nasty.encoded()).append('&');
        }
        return pairs.toString();
    }

    private Attempt multipart(Session session) {
        String edge = nasty.pick(List.of("x", "-".repeat(200), "a b", "\"", "ü"));
        String name = nasty.header().replace("\"", "");
        String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                + (random.nextInt(4) == 0 ? "X: " + "y".repeat(20_000) + "\r\n" : "") + "\r\n" + nasty.text() + "\r\n";
        String body = part.repeat(1 + random.nextInt(3)) + nasty.pick(List.of("--x--\r\n", "--x", "", "--y--", "\0"));
        String type = nasty.pick(List.of("multipart/form-data", "multipart/form-data; boundary=" + edge,
                "multipart/form-data; boundary=x", "multipart/mixed; boundary=x"));
        String target = session != null
                ? "/moderation/import?_csrf=" + session.proof()
                : nasty.pick(List.of("/moderation/import", "/cek", "/widget", door().path()));
        Request request = request("POST", target);
        return new Attempt("multipart", Expect.ANY,
                (session == null ? request : request.header("Cookie", session.cookies())).body(type, body).bytes());
    }

    private Attempt headers() {
        Endpoint door = door();
        Request request = request("GET", door.path());
        for (int i = random.nextInt(4); i >= 0; i--) {
            request.header(nasty.pick(List.of("Accept", "Accept-Language", "Accept-Encoding", "Cookie",
                    "Authorization", "Range",
                    "If-None-Match", "If-Modified-Since", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host",
                    "X-Forwarded-Port", "Forwarded", "Origin", "Referer", "User-Agent", "Content-Encoding", "Expect",
                    "Upgrade", "HX-Request", "Last-Event-ID", "Mcp-Session-Id", "X-HTTP-Method-Override",
                    "Access-Control-Request-Method", "Te", "X-Trace-Id")),
                    random.nextInt(6) == 0 ? "h".repeat(20_000) : nasty.header());
        }
        return new Attempt("headers", Expect.ANY, request.bytes());
    }

    private Attempt malformed() {
        String path = door().path();
        String text = switch (random.nextInt(12)) {
            case 0 -> "GET " + path + "\r\n\r\n";
            case 1 -> "GET " + path + " HTTP/1.1\r\n\r\n";
            case 2 -> "GET " + path + " HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n";
            case 3 -> "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n";
            case 4 -> "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef";
            case 5 -> "GET " + path + " HTTP/1.1\r\nHost: a\r\nX\0Y: b\r\n\r\n";
            case 6 -> "GET " + path + " HTTP/1.1\r\nHost: a b\r\n\r\n";
            case 7 -> "GET " + path + " HTTP/1.1 x\r\nHost: a\r\n\r\n";
            case 8 -> "GET http://[::1 HTTP/1.1\r\nHost: a\r\n\r\n";
            case 9 -> "POST /api/v1/check HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{\"text\":\"a\"}";
            case 10 -> "GET /" + "a".repeat(70_000) + " HTTP/1.1\r\nHost: a\r\n\r\n";
            default -> nasty.noise(300);
        };
        return new Attempt("malformed", Expect.PROTOCOL, text.getBytes(StandardCharsets.UTF_8));
    }

    private Attempt protocol() {
        String body = nasty.json();
        String chunks = switch (random.nextInt(6)) {
            case 0 -> "zz\r\n" + body;
            case 1 -> Integer.toHexString(body.length() + 50) + "\r\n" + body + "\r\n";
            case 2 -> "ffffffffffffffff\r\n" + body;
            case 3 -> "3;" + "e".repeat(20_000) + "\r\nabc\r\n0\r\n\r\n";
            case 4 -> "0\r\nX: " + "t".repeat(20_000) + "\r\n\r\n";
            default -> "-1\r\nabc\r\n0\r\n\r\n";
        };
        String coding = nasty.pick(List.of("chunked", "chunked", "chunked", "nonsense", "gzip, chunked",
                "chunked, chunked", "identity"));
        byte[] head = new Request("POST", nasty.pick(JSON_DOORS))
                .header("Content-Type", "application/json")
                .header("Transfer-Encoding", coding)
                .bytes(nasty.pick(List.of("HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/9.9", "HTTP/1.1x")));
        byte[] tail = chunks.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return new Attempt("transfer coding", Expect.PROTOCOL, all);
    }

    private Attempt telegramForged() {
        String secret = nasty.pick(List.of("", WholeApp.TELEGRAM_SECRET.substring(1), WholeApp.TELEGRAM_SECRET + "x",
                WholeApp.TELEGRAM_SECRET.toLowerCase(java.util.Locale.ROOT), TelegramServer.TOKEN, nasty.header()));
        Request request = request("POST", "/webhooks/telegram");
        if (random.nextInt(5) > 0) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        return new Attempt("forged for Telegram", Expect.REFUSAL,
                request.body("application/json", platformJson()).bytes());
    }

    private Attempt metaForged() {
        byte[] body = recorded.body().clone();
        String right = recorded.signature();
        String signature = switch (random.nextInt(7)) {
            case 0 -> {
                body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
                yield right;
            }
            case 1 -> {
                body = Arrays.copyOf(body, body.length + 1);
                yield right;
            }
            case 2 -> right.replace("sha256", "sha1");
            case 3 -> right.substring(0, right.length() - 1 - random.nextInt(60));
            case 4 -> right.toUpperCase(java.util.Locale.ROOT);
            case 5 -> nasty.header();
            default -> "sha256=" + HexFormat.of().formatHex(nasty.bytes(32));
        };
        return new Attempt("forged for Meta", Expect.REFUSAL, meta(body, signature));
    }

    private static byte[] meta(byte[] body, String signature) {
        return request("POST", "/webhooks/whatsapp")
                .header("X-Hub-Signature-256", signature)
                .body("application/json", body)
                .bytes();
    }

    /** A form of staff without its proof, or the API without a token. */
    private Attempt unproved() {
        List<Endpoint> acts = doors.stream()
                .filter(door -> !door.reads() && (STAFF.stream().anyMatch(door::under) || door.under("/api/v1/claims")))
                .filter(door -> !door.under("/moderation/session-over", "/actuator/health"))
                .toList();
        Endpoint door = nasty.pick(acts);
        Request request = request(door.method(), door.path());
        if (random.nextBoolean()) {
            request.header("Authorization", "Bearer saring_" + nasty.pick(List.of("", "A".repeat(43), nasty.header())));
        }
        return new Attempt("without proof", Expect.REFUSAL,
                request.body(door.under("/api")
                ? "application/json"
                : FORM, "_csrf=" + "0".repeat(64) + "&" + pairs()).bytes());
    }

    /** A reader of staff's pages with cookies made up. */
    private Attempt disguised() {
        List<Endpoint> pages = doors.stream()
                .filter(door -> door.reads() && STAFF.stream().anyMatch(door::under))
                .filter(door -> !door.under("/moderation/sign-in", "/moderation/invitation", "/moderation/session-over",
                "/actuator/health"))
                .toList();
        String key = nasty.pick(List.of("", "0", "A".repeat(43), "saring_session",
                nasty.header().replaceAll("[;,\\s]", "")));
        return new Attempt("disguised", Expect.SIGN_IN, request("GET", nasty.pick(pages).path())
                .header("Cookie", "saring_session=" + key + "; __Host-saring_session=" + key + "; JSESSIONID=" + key)
                .header("X-Forwarded-For", "127.0.0.1")
                .header("X-Original-URL", "/")
                .bytes());
    }

    /** What a platform could send, with hostile values in the places where ours looks. */
    private String platformJson() {
        String value = hostileValue();
        return nasty.pick(List.of(
                "{\"update_id\":V,\"message\":{\"message_id\":V,\"chat\":{\"id\":V,\"type\":V},\"from\":{\"id\":V},\"text\":V}}",
                "{\"update_id\":1,\"message\":{\"message_id\":7,\"date\":V,\"chat\":{\"id\":4242,\"type\":\"private\"},\"from\":{\"id\":4242,\"is_bot\":false,\"first_name\":V},\"text\":V}}",
                "{\"update_id\":2,\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":4242,\"is_bot\":false,\"first_name\":\"a\"},\"chat_instance\":\"1\",\"data\":V}}",
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":\"" + WhatsAppServer.NUMBER + "\"},\"messages\":[{\"from\":\"6281999000111\",\"id\":V,\"timestamp\":V,\"type\":\"text\",\"text\":{\"body\":V}}]}}]}]}",
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":V,\"statuses\":[{\"id\":V,\"status\":V,\"timestamp\":V,\"errors\":V}]}}]}]}",
                "{\"entry\":V}")).replace("V", value);
    }

    private String hostileValue() {
        return switch (random.nextInt(6)) {
            case 0 -> "null";
            case 1 -> "[{}]";
            case 2 -> "99999999999999999999999";
            case 3 -> "{\"a\":[]}";
            default -> '"' + nasty.text().replaceAll("[\\p{Cntrl}\"\\\\]|[\\ud800-\\udfff]", "") + '"';
        };
    }

    private static String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(WhatsAppServer.APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
