package id.saring.moderation;

import id.saring.http.JsonBody;
import id.saring.match.ClaimMatcher;
import id.saring.match.Explanation;
import id.saring.match.Query;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a program of staff why a message gets the answer it gets, with today's claims. It keeps nothing of the message.
 */
@RestController
final class ExplanationsApi {
    private final ClaimMatcher matcher;
    private final JsonMapper json;

    ExplanationsApi(ClaimMatcher matcher, JsonMapper json) {
        this.matcher = matcher;
        this.json = json;
    }

    @PostMapping(path = "/api/v1/explanations", consumes = MediaType.APPLICATION_JSON_VALUE)
    Explanation explain(HttpServletRequest request) throws IOException {
        JsonBody body = JsonBody.read(request, json);
        return matcher.explain(new Query(body.message(), body.language()));
    }
}
