package id.saring.site;

import id.saring.http.Imprint;
import id.saring.http.JsonBody;
import id.saring.http.PerAddress;
import id.saring.match.Query;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The lookup API for other programs: a message in, the claims it repeats out. It keeps nothing of what it is asked. */
@RestController
@CrossOrigin(exposedHeaders = {"ETag", "Retry-After", "X-Trace-Id"})
final class CheckApi {
    private final Lookup lookup;
    private final Imprint imprint;
    private final JsonMapper json;

    CheckApi(Lookup lookup, Imprint imprint, JsonMapper json) {
        this.lookup = lookup;
        this.imprint = imprint;
        this.json = json;
    }

    @PerAddress(PerAddress.Caller.PROGRAM)
    @PostMapping(path = "/api/v1/check", consumes = MediaType.APPLICATION_JSON_VALUE)
    CheckAnswer check(HttpServletRequest request) throws IOException {
        JsonBody body = JsonBody.read(request, json);
        Query query = new Query(body.message(), body.language());
        return CheckAnswer.of(lookup.match().apply(query), imprint);
    }
}
