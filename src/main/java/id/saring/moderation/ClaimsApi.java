package id.saring.moderation;

import id.saring.audit.Actor;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.RefusedMoveException;
import id.saring.claim.Revision;
import id.saring.claim.Revisions;
import id.saring.claim.StaleClaimException;
import id.saring.claim.TakenKeyException;
import id.saring.conversation.Corrections;
import id.saring.http.Problem;
import id.saring.http.RawBody;
import id.saring.moderation.ClaimFields.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Claims for moderators' own programs, by the rules of the pages: what another has saved meanwhile is not overwritten.
 */
@RestController
final class ClaimsApi {
    private static final int MAX_BYTES = 1 << 20;
    private static final int REVISIONS = 100;
    private static final String ID = "/{id:[0-9]{1,18}}";
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private final Claims claims;
    private final Revisions revisions;
    private final ClaimDesk desk;
    private final ClaimPage words;
    private final JsonMapper json;

    ClaimsApi(Claims claims, Revisions revisions, ClaimDesk desk, ClaimPage words, JsonMapper json) {
        this.claims = claims;
        this.revisions = revisions;
        this.desk = desk;
        this.words = words;
        this.json = json;
    }

    @GetMapping("/api/v1/claims" + ID)
    ResponseEntity<ObjectNode> get(@PathVariable long id) {
        return answer(HttpStatus.OK, ClaimEditor.find(claims, id));
    }

    @GetMapping("/api/v1/claims" + ID + "/revisions")
    ObjectNode revisions(@PathVariable long id, @RequestParam(defaultValue = "0") long before) {
        Claim claim = ClaimEditor.find(claims, id);
        List<Revision> found = revisions.of(claim.id(), before > 0 ? before : Long.MAX_VALUE, REVISIONS);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode all = answer.putArray("revisions");
        found.forEach(revision -> all.add(ApiClaim.of(claim, revision)));
        return answer;
    }

    @GetMapping("/api/v1/claims" + ID + "/notices")
    ObjectNode notices(@PathVariable long id) {
        Corrections.Progress progress = desk.notice().progress(ClaimEditor.find(claims, id));
        return JsonNodeFactory.instance.objectNode()
                .put("version", progress.version())
                .put("told", progress.told())
                .put("waiting", progress.waiting())
                .put("held", progress.held());
    }

    @PostMapping(path = "/api/v1/claims", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> create(
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request,
            Actor actor,
            Locale locale)
            throws IOException {
        ApiClaim asked = new ApiClaim(body(bytes(request)));
        ClaimContent content = content(asked, locale);
        ClaimState state = asked.state(ClaimState.DRAFT);
        if (dryRun) {
            if (asked.key() != null && claims.findByKey(asked.key()).isPresent()) {
                throw new Problem(HttpStatus.CONFLICT, "key_taken");
            }
            return rehearsal(null, content, state);
        }
        return saving(() -> answer(HttpStatus.CREATED, desk.create(asked.key(), content, state, by(actor, asked))));
    }

    @PutMapping(path = "/api/v1/claims" + ID, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> replace(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request,
            Actor actor,
            Locale locale)
            throws IOException {
        Claim claim = ClaimEditor.find(claims, id);
        long version = version(request);
        if (version == 0) {
            throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "version_missing", claim.version());
        }
        ApiClaim asked = new ApiClaim(body(bytes(request)));
        ClaimContent content = content(asked, locale);
        if (asked.key() != null && !claim.key().equals(asked.key())) {
            throw new Problem(HttpStatus.CONFLICT, "key_fixed");
        }
        ClaimState state = asked.state(claim.state());
        if (dryRun) {
            return rehearsal(expected(claim, version), content, state);
        }
        return saving(() -> answer(HttpStatus.OK, desk.save(claim.id(), version, content, state, by(actor, asked))));
    }

    @PostMapping("/api/v1/claims" + ID + "/publish")
    ResponseEntity<ObjectNode> publish(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request,
            Actor actor,
            Locale locale)
            throws IOException {
        return move(ClaimEditor.find(claims, id), ClaimState.PUBLISHED, dryRun, request, actor, locale);
    }

    @PostMapping("/api/v1/claims" + ID + "/withdraw")
    ResponseEntity<ObjectNode> withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request,
            Actor actor,
            Locale locale)
            throws IOException {
        return move(ClaimEditor.find(claims, id), ClaimState.WITHDRAWN, dryRun, request, actor, locale);
    }

    private ResponseEntity<ObjectNode> move(
            Claim claim, ClaimState state, boolean dryRun, HttpServletRequest request, Actor actor, Locale locale)
            throws IOException {
        long version = version(request) == 0 ? claim.version() : version(request);
        byte[] said = bytes(request);
        ApiClaim asked = new ApiClaim(said.length == 0 ? JsonNodeFactory.instance.objectNode() : body(said));
        if (!asked.faults().isEmpty()) {
            throw invalid(asked.faults(), locale);
        }
        if (dryRun) {
            return rehearsal(expected(claim, version), claim.content(), state);
        }
        return saving(() ->
                answer(HttpStatus.OK, desk.save(claim.id(), version, claim.content(), state, by(actor, asked))));
    }

    private static Claim expected(Claim claim, long version) {
        if (claim.version() != version) {
            throw new Problem(HttpStatus.PRECONDITION_FAILED, "version_stale", version);
        }
        return claim;
    }

    /** Whom the change would be told; it is not made. */
    private ResponseEntity<ObjectNode> rehearsal(@Nullable Claim now, ClaimContent content, ClaimState state) {
        if (state == ClaimState.PUBLISHED && content.verdict() == null
                || now != null && !now.state().mayBecome(state)) {
            throw new Problem(HttpStatus.CONFLICT, "move_refused");
        }
        ChangeNotice.Audience audience = desk.notice().audience(now, content, state, List.of());
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("dryRun", true);
        ObjectNode notices = answer.putObject("notices")
                .put("corrected", audience.corrected())
                .put("withTell", audience.reworded());
        ArrayNode waiting = notices.putArray("waiting");
        audience.waiting().forEach(found -> waiting.addObject()
                .put("case", found.id())
                .put("people", found.people())
                .put("answered", found.answered()));
        ResponseEntity.BodyBuilder response = ResponseEntity.ok();
        if (now != null) {
            response.eTag("\"" + now.version() + "\"");
        }
        return response.body(answer);
    }

    private static ClaimDesk.By by(Actor actor, ApiClaim asked) {
        return new ClaimDesk.By(actor, asked.reason(), List.of(), asked.leave(), asked.tell());
    }

    private interface Saving {
        ResponseEntity<ObjectNode> run();
    }

    private static ResponseEntity<ObjectNode> saving(Saving saving) {
        try {
            return saving.run();
        } catch (StaleClaimException e) {
            throw new Problem(HttpStatus.PRECONDITION_FAILED, "version_stale", e.expectedVersion());
        } catch (TakenKeyException e) {
            throw new Problem(HttpStatus.CONFLICT, "key_taken");
        } catch (RefusedMoveException e) {
            throw new Problem(HttpStatus.CONFLICT, "move_refused");
        }
    }

    private ClaimContent content(ApiClaim asked, Locale locale) {
        if (!asked.faults().isEmpty()) {
            throw invalid(asked.faults(), locale);
        }
        ClaimFields.Checked checked = asked.fields().check();
        ClaimContent content = checked.content();
        if (content == null) {
            throw invalid(checked.faults(), locale);
        }
        return content;
    }

    private Problem invalid(Map<String, Fault> faults, Locale locale) {
        Problem problem = new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "claim_invalid");
        ArrayNode errors = JsonNodeFactory.instance.arrayNode();
        words.words(faults, locale).forEach((field, said) -> {
            Fault fault = faults.get(field);
            errors.addObject().put("field", field).put("code", fault == null ? "" : fault.code()).put("detail", said);
        });
        problem.getBody().setProperty("errors", errors);
        return problem;
    }

    private static ResponseEntity<ObjectNode> answer(HttpStatus status, Claim claim) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).eTag("\"" + claim.version() + "\"");
        if (status == HttpStatus.CREATED) {
            answer.location(URI.create("/api/v1/claims/" + claim.id()));
        }
        return answer.body(ApiClaim.of(claim));
    }

    /** The version named by {@code If-Match}; 0 if none is named. */
    private static long version(HttpServletRequest request) {
        @Nullable String header = request.getHeader("If-Match");
        if (header == null) {
            return 0;
        }
        Matcher etag = ETAG.matcher(header.strip());
        if (!etag.matches()) {
            throw new Problem(HttpStatus.BAD_REQUEST, "version_unreadable");
        }
        return Long.parseLong(etag.group(1));
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        return RawBody.read(request, MAX_BYTES)
                .orElseThrow(() -> new Problem(HttpStatus.CONTENT_TOO_LARGE, "claim_too_large", MAX_BYTES));
    }

    private JsonNode body(byte[] bytes) {
        try {
            JsonNode node = json.readTree(bytes);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // Falls through: the reason may quote the body.
        }
        throw new Problem(HttpStatus.BAD_REQUEST, "not_json");
    }
}
