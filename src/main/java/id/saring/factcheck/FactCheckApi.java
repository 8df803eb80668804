package id.saring.factcheck;

import id.saring.http.Imprint;
import id.saring.http.PerAddress;
import id.saring.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code claims.search} at the path where Google has it. Keys and tokens for theirs are accepted and not looked at. */
@RestController
@CrossOrigin(exposedHeaders = "Retry-After")
@RequestMapping("/v1alpha1")
final class FactCheckApi {
    private static final Logger LOG = LoggerFactory.getLogger(FactCheckApi.class);
    private static final MediaType JSON = MediaType.parseMediaType("application/json;charset=UTF-8");

    private static final Map<String, Object> INVALID_KEY = Map.of(
            "@type", "type.googleapis.com/google.rpc.ErrorInfo", "reason", "API_KEY_INVALID", "domain",
            "googleapis.com", "metadata", Map.of("service", "factchecktools.googleapis.com"));

    private final ClaimSearch search;
    private final Imprint imprint;
    private final JsonMapper plain;
    private final JsonMapper pretty;

    FactCheckApi(ClaimSearch search, Imprint imprint, JsonMapper json) {
        this.search = search;
        this.imprint = imprint;
        this.plain = json;
        this.pretty = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    /** Google's error, inside its envelope. */
    record Failure(int code, String message, @Nullable List<Map<String, String>> errors, String status,
            @Nullable List<Object> details) {}

    @PerAddress(PerAddress.Caller.PROGRAM)
    @GetMapping("/claims:search")
    ResponseEntity<String> search(HttpServletRequest request) {
        SearchRequest asked = SearchRequest.read(request.getParameterMap());
        return answer(200, search.search(asked, imprint.seenBy(request)), request);
    }

    /** Nothing else of theirs is here. */
    @RequestMapping("/**")
    ResponseEntity<String> unknown(HttpServletRequest request) {
        return failure(404, "Method not found.", "NOT_FOUND", null, request);
    }

    @ExceptionHandler
    ResponseEntity<String> bad(BadSearchException failure, HttpServletRequest request) {
        String message = String.valueOf(failure.getMessage());
        String field = failure.field();
        if (field == null) {
            return failure(400, message, "INVALID_ARGUMENT", null, request);
        }
        Map<String, String> violation =
                field.isEmpty() ? Map.of("description", message) : Map.of("field", field, "description", message);
        Map<String, Object> detail =
                Map.of("@type", "type.googleapis.com/google.rpc.BadRequest", "fieldViolations", List.of(violation));
        return failure(400, message, "INVALID_ARGUMENT", List.of(detail), request);
    }

    /** Asked too often, or with a key that is not known, which is all that is checked before a search. */
    @ExceptionHandler
    ResponseEntity<String> refused(Problem failure, HttpServletRequest request) {
        if (failure.getStatusCode().value() != 429) {
            String message = "API key not valid. Please pass a valid API key.";
            return failure(400, message, "INVALID_ARGUMENT", List.of(INVALID_KEY), request);
        }
        String message = "Quota exceeded. Please try again later.";
        ResponseEntity<String> answer = failure(429, message, "RESOURCE_EXHAUSTED", null, request);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .headers(failure.getHeaders())
                .body(answer.getBody());
    }

    /** What the client wrote is no list of parameters. */
    @ExceptionHandler
    ResponseEntity<String> unreadable(InvalidParameterException failure, HttpServletRequest request) {
        return failure(400, "Request contains an invalid argument.", "INVALID_ARGUMENT", null, request);
    }

    @ExceptionHandler
    ResponseEntity<String> broken(RuntimeException failure, HttpServletRequest request) {
        LOG.error("A search failed", failure);
        return failure(500, "Internal error encountered.", "INTERNAL", null, request);
    }

    private ResponseEntity<String> failure(
            int code, String message, String status, @Nullable List<Object> details, HttpServletRequest request) {
        List<Map<String, String>> errors = is(request, "$.xgafv", "1")
                ? List.of(Map.of("message", message, "domain", "global", "reason", reason(code)))
                : null;
        return answer(code, Map.of("error", new Failure(code, message, errors, status, details)), request);
    }

    /** The word of their older services for it. */
    private static String reason(int code) {
        return switch (code) {
            case 400 -> "badRequest";
            case 404 -> "notFound";
            case 429 -> "rateLimitExceeded";
            default -> "backendError";
        };
    }

    private static boolean is(HttpServletRequest request, String parameter, String value) {
        try {
            return value.equals(request.getParameter(parameter));
        } catch (InvalidParameterException e) {
            return false;
        }
    }

    private ResponseEntity<String> answer(int code, Object body, HttpServletRequest request) {
        boolean plainly = is(request, "prettyPrint", "false") || is(request, "$prettyPrint", "false");
        return ResponseEntity.status(code)
                .contentType(JSON)
                .header(HttpHeaders.VARY, "Origin", "X-Origin", "Referer")
                .body((plainly ? plain : pretty).writeValueAsString(body) + "\n");
    }
}
