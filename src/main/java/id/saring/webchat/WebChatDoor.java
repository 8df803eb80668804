package id.saring.webchat;

import id.saring.chat.Button;
import id.saring.chat.Content;
import id.saring.http.JsonBody;
import id.saring.http.PerAddress;
import id.saring.http.Problem;
import id.saring.http.RequestLanguage;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

/** Where the page's script sends a person's messages and waits for ours. */
@RestController
final class WebChatDoor {
    static final String COOKIE = "saring_chat";
    static final String PATH = "/chat/messages";

    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** What the page is told: new messages, and whether this browser has a chat at all. */
    record News(boolean chat, List<WebMessages.Numbered> messages) {}

    private final WebChat chat;
    private final WebChatSettings settings;
    private final JsonMapper json;

    WebChatDoor(WebChat chat, WebChatSettings settings, JsonMapper json) {
        this.chat = chat;
        this.settings = settings;
        this.json = json;
    }

    @PerAddress(PerAddress.Caller.BROWSER)
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> receive(HttpServletRequest request, Locale locale) throws IOException {
        JsonBody body = JsonBody.read(request, json);
        UUID id = id(body);
        Content content = content(body);
        ChatToken token = token(request).orElseGet(ChatToken::random);
        chat.receive(token, id, RequestLanguage.of(locale), content, shown(content));
        return ResponseEntity.accepted()
                .header(HttpHeaders.SET_COOKIE, cookie(token, request.isSecure()).toString())
                .build();
    }

    /** Answers at once if there is news or no chat; else when there is news, or with none after a while. */
    @GetMapping(PATH)
    DeferredResult<ResponseEntity<News>> news(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "true") boolean wait,
            HttpServletRequest request) {
        Optional<ChatToken> token = token(request);
        if (token.isEmpty()) {
            DeferredResult<ResponseEntity<News>> none = new DeferredResult<>();
            none.setResult(answer(new News(false, List.of())));
            return none;
        }
        return news(token.get(), after, wait);
    }

    private DeferredResult<ResponseEntity<News>> news(ChatToken token, long after, boolean wait) {
        // Reads once more when time is up: another replica may have put something there.
        DeferredResult<ResponseEntity<News>> result =
                new DeferredResult<>(settings.pollTimeout().toMillis(), () -> read(token, after));
        Runnable leave = chat.await(token, () -> answer(result, token, after));
        result.onCompletion(leave);
        // Read only now that news wakes us, or what is written between reading and waiting would go unseen.
        List<WebMessages.Numbered> present = chat.after(token, after);
        if (!wait || !present.isEmpty()) {
            leave.run();
            result.setResult(answer(new News(true, present)));
        }
        return result;
    }

    /** Runs on the thread that brought the news, which a failure here must not reach. */
    private void answer(DeferredResult<ResponseEntity<News>> result, ChatToken token, long after) {
        try {
            result.setResult(read(token, after));
        } catch (RuntimeException e) {
            result.setErrorResult(e);
        }
    }

    private ResponseEntity<News> read(ChatToken token, long after) {
        return answer(new News(true, chat.after(token, after)));
    }

    private static ResponseEntity<News> answer(News news) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(news);
    }

    private static UUID id(JsonBody body) {
        String id = body.text("id").orElse("");
        if (!UUID_FORM.matcher(id).matches()) {
            throw new Problem(HttpStatus.BAD_REQUEST, "id_invalid");
        }
        return UUID.fromString(id);
    }

    private static Content content(JsonBody body) {
        Optional<String> press = body.text("press");
        if (press.isEmpty()) {
            return new Content.Text(body.message(), Content.Forwarding.NONE, false);
        }
        String data = press.get();
        if (data.isBlank() || data.getBytes(StandardCharsets.UTF_8).length > Button.MAX_DATA_BYTES) {
            throw new Problem(HttpStatus.BAD_REQUEST, "press_invalid");
        }
        return new Content.Press(data, body.text("title").orElse(null));
    }

    private static String shown(Content content) {
        if (content instanceof Content.Press press) {
            return press.title() == null || press.title().isBlank() ? "…" : press.title();
        }
        return content instanceof Content.Text text ? text.text() : "";
    }

    private static Optional<ChatToken> token(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return ChatToken.of(cookie == null ? null : cookie.getValue());
    }

    private ResponseCookie cookie(ChatToken token, boolean secure) {
        return ResponseCookie.from(COOKIE, token.value())
                .path("/chat")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(settings.cookieMaxAge())
                .build();
    }
}
