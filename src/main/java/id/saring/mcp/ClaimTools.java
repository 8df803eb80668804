package id.saring.mcp;

import id.saring.check.Checks;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.Claims;
import id.saring.claim.PublishedClaims.Filter;
import id.saring.core.ClaimId;
import id.saring.core.Door;
import id.saring.core.Language;
import id.saring.http.Imprint;
import id.saring.match.ClaimMatcher;
import id.saring.match.MatchOutcome;
import id.saring.match.Query;
import id.saring.match.ScoredClaim;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What an assistant may ask: to search claims and to get one. Both only read. */
final class ClaimTools {
    private static final int MOST = 10;
    private static final int LONGEST = 20_000;

    private final Checks checks;
    private final ClaimMatcher matcher;
    private final Claims claims;
    private final Imprint imprint;
    private final JsonMapper json;

    ClaimTools(Checks checks, ClaimMatcher matcher, Claims claims, Imprint imprint, JsonMapper json) {
        this.checks = checks;
        this.matcher = matcher;
        this.claims = claims;
        this.imprint = imprint;
        this.json = json;
    }

    List<SyncToolSpecification> all() {
        return List.of(
                tool(
                        "search_claims",
                        "Search fact-checked claims",
                        "Finds claims that fact-checkers have checked, in Indonesian or English, by the text of a message"
                                + " or by keywords. 'outcome' says how sure the match is: only for 'match' does the first"
                                + " claim answer the text; otherwise the claims are merely related. Quote the verdict with"
                                + " its sources and the address of its page, and never give a verdict that is not here.",
                        Map.of(
                                "text", Map.of("type", "string", "maxLength", LONGEST, "description",
                                "a message or keywords"),
                                "language", Map.of("type", "string", "enum", List.of("id", "en"), "description",
                                "only claims in it"),
                                "limit", Map.of("type", "integer", "minimum", 1, "maximum", MOST)),
                        List.of("text"),
                        this::search),
                tool(
                        "get_claim",
                        "Get a fact-checked claim",
                        "Gives one published claim with its verdict, the reason for it and its sources.",
                        Map.of("id", Map.of("type", "integer", "minimum", 1, "description", "the claim's id")),
                        List.of("id"),
                        this::get));
    }

    private static SyncToolSpecification tool(
            String name,
            String title,
            String description,
            Map<String, Object> properties,
            List<String> required,
            Function<Map<String, Object>, CallToolResult> act) {
        Map<String, Object> schema =
                Map.of("type", "object", "properties", properties, "required", required, "additionalProperties", false);
        Tool tool = Tool.builder(name, schema)
                .title(title)
                .description(description)
                .annotations(new ToolAnnotations(title, true, false, true, false, null))
                .build();
        return new SyncToolSpecification(tool, (context, request) -> act.apply(arguments(request)));
    }

    private static Map<String, Object> arguments(CallToolRequest request) {
        return request.arguments() == null ? Map.of() : request.arguments();
    }

    private CallToolResult search(Map<String, Object> arguments) {
        String text = arguments.get("text") instanceof String given ? given.strip() : "";
        Language language = Language.of(arguments.get("language") instanceof String tag ? tag : null).orElse(null);
        if (text.length() > LONGEST) {
            checks.tooLong(Door.MCP, language);
        }
        if (text.isEmpty() || text.length() > LONGEST) {
            return failure("'text' must be a string of 1 to " + LONGEST + " characters");
        }
        int limit = arguments.get("limit") instanceof Number n ? Math.clamp(n.intValue(), 1, MOST) : MOST / 2;
        Query query = new Query(text, language);
        MatchOutcome outcome = checks.check(Door.MCP, query);
        List<ScoredClaim> found = new ArrayList<>(outcome.results());
        matcher.search(query, MOST * 2).stream()
                .filter(more -> found.stream().noneMatch(known -> known.claim().id().equals(more.claim().id())))
                .forEach(found::add);
        Filter filter = Filter.of(language);
        List<Map<String, Object>> told = found.stream()
                .map(ScoredClaim::claim)
                .filter(claim -> filter.admits(claim)
                        || outcome instanceof MatchOutcome.Match match && match.best().claim().equals(claim))
                .limit(limit)
                .map(this::told)
                .toList();
        return success(Map.of("outcome", outcome.code(), "claims", told));
    }

    private CallToolResult get(Map<String, Object> arguments) {
        if (!(arguments.get("id") instanceof Number id) || id.longValue() < 1) {
            return failure("'id' must be a positive integer");
        }
        Optional<Claim> claim = claims.find(new ClaimId(id.longValue())).filter(Claim::published);
        return claim.isPresent() ? success(told(claim.get())) : failure("There is no published claim of this id");
    }

    private Map<String, Object> told(Claim claim) {
        ClaimContent content = claim.content();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", claim.id().value());
        told.put("url", imprint.claim(claim.id()));
        told.put("claim", content.text());
        put(told, "verdict", content.verdict());
        put(told, "reason", content.summary());
        told.put("sources", content.sources().stream().map(source -> {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("title", source.title());
            item.put("url", source.url());
            put(item, "publisher", source.publisher());
            return item;
        }).toList());
        told.put("language", content.language().code());
        put(told, "firstSeenOn", content.firstSeenOn());
        put(told, "reviewedOn", content.reviewedOn());
        told.put("reviewedBy", content.reviewedBy() == null ? imprint.publisher() : content.reviewedBy());
        told.put("version", claim.version());
        told.put("updatedAt", claim.updatedAt().toString());
        return told;
    }

    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value.toString());
        }
    }

    private CallToolResult success(Map<String, Object> content) {
        return CallToolResult.builder()
                .addTextContent(json.writeValueAsString(content))
                .structuredContent(content)
                .isError(false)
                .build();
    }

    private static CallToolResult failure(String sentence) {
        return CallToolResult.builder().addTextContent(sentence).isError(true).build();
    }
}
