package id.saring.site;

import id.saring.check.Checks;
import id.saring.core.Door;
import id.saring.http.Imprint;
import id.saring.http.JsonBody;
import id.saring.http.PerAddress;
import id.saring.http.Problem;
import id.saring.match.Query;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lookup API for other programs: a message in, the claims it repeats out. Of what it is asked only the outcome is
 * recorded.
 */
@RestController
@CrossOrigin(exposedHeaders = {"ETag", "Retry-After", "X-Trace-Id"})
final class CheckApi {
    private final Checks checks;
    private final Imprint imprint;
    private final JsonMapper json;

    CheckApi(Checks checks, Imprint imprint, JsonMapper json) {
        this.checks = checks;
        this.imprint = imprint;
        this.json = json;
    }

    @PerAddress(PerAddress.Caller.PROGRAM)
    @PostMapping(path = "/api/v1/check", consumes = MediaType.APPLICATION_JSON_VALUE)
    CheckAnswer check(HttpServletRequest request) throws IOException {
        JsonBody body = JsonBody.read(request, json);
        Query query = new Query(message(body), body.language());
        return CheckAnswer.of(checks.check(Door.API, query), imprint);
    }

    private String message(JsonBody body) {
        try {
            return body.message();
        } catch (Problem problem) {
            if (problem.getStatusCode().equals(HttpStatus.CONTENT_TOO_LARGE)) {
                checks.tooLong(Door.API, body.language());
            }
            throw problem;
        }
    }
}
