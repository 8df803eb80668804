package id.saring.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.PublicParts;
import id.saring.RunningApp;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Verdict;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol's own client asks over loopback. */
class McpTest {
    private static RunningApp app;
    private static McpSyncClient client;

    @BeforeAll
    static void start(@TempDir Path dataDir) {
        app = RunningApp.start(0, dataDir, Map.of("saring.base-url", "https://saring.example"), PublicParts.class);
        Claims claims = app.bean(Claims.class);
        PublicParts.publish(
                claims, "garlic",
                PublicParts.content(Language.ID, "Air rebusan bawang putih menyembuhkan flu", Verdict.FALSE));
        PublicParts.publish(
                claims, "egg",
                PublicParts.content(Language.ID, "Telur palsu dari plastik beredar di pasar", Verdict.FALSE));
        PublicParts.save(
                claims, "draft", PublicParts.content(Language.ID, "Bawang merah masih rancangan", Verdict.TRUE),
                ClaimState.DRAFT);
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder(app.uri("").toString())
                        .endpoint("/mcp")
                        .build())
                .build();
        client.initialize();
    }

    @AfterAll
    static void stop() {
        client.close();
        app.close();
    }

    @Test
    void an_address_that_asks_too_often_is_told_when_to_come_back(@TempDir Path other) throws Exception {
        Map<String, String> few = Map.of("saring.http.rates.program", "1 per 1m burst 1");
        try (RunningApp limited = RunningApp.start(0, other, few, PublicParts.class);
                HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(limited.uri("/mcp")).build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isNotEqualTo(429);
            HttpResponse<Void> refused = http.send(request, BodyHandlers.discarding());
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(50L, 60L);

            URI search = limited.uri("/v1alpha1/claims:search?query=telur");
            HttpResponse<String> theirs = http.send(HttpRequest.newBuilder(search).build(), BodyHandlers.ofString());
            assertThat(theirs.statusCode()).isEqualTo(429);
            assertThat(theirs.body()).contains("RESOURCE_EXHAUSTED");
            assertThat(theirs.headers().firstValueAsLong("Retry-After")).isPresent();
        }
    }

    @Test
    void the_tools_only_read_and_say_so() {
        assertThat(client.listTools().tools())
                .extracting(tool -> tool.name() + " " + tool.annotations().readOnlyHint())
                .containsExactlyInAnyOrder("search_claims true", "get_claim true");
        assertThat(client.getServerInstructions()).contains("sources");
    }

    @Test
    void a_search_gives_verdicts_with_sources_and_address() {
        Map<String, Object> found = structured(
                call("search_claims", Map.of("text", "Katanya air rebusan bawang putih bisa menyembuhkan flu")));
        assertThat(found.get("outcome")).isEqualTo("match");
        Map<String, Object> first = claims(found).getFirst();
        assertThat(first)
                .containsEntry("verdict", "FALSE")
                .containsEntry("url", "https://saring.example/klaim/1")
                .containsEntry("claim", "Air rebusan bawang putih menyembuhkan flu");
        assertThat(first.get("sources").toString()).contains("https://www.cek.example/hasil?a=1&b=2");
    }

    @Test
    void a_search_that_finds_nothing_says_so() {
        assertThat(structured(call("search_claims", Map.of("text", "zyxwv utsrq ponml kjihg"))))
                .isEqualTo(Map.of("outcome", "not_found", "claims", List.of()));
    }

    @Test
    void a_claim_is_got_by_its_id_unless_it_is_not_public() {
        assertThat(structured(call("get_claim", Map.of("id", 2))))
                .containsEntry("claim", "Telur palsu dari plastik beredar di pasar");
        assertThat(call("get_claim", Map.of("id", 3)).isError()).isTrue();
        assertThat(call("get_claim", Map.of("id", 99)).isError()).isTrue();
    }

    @Test
    void a_wrong_argument_is_told_in_a_sentence() {
        CallToolResult result = call("search_claims", Map.of());
        assertThat(result.isError()).isTrue();
        assertThat(((TextContent) result.content().getFirst()).text()).contains("'text'");
    }

    private static CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(new CallToolRequest(tool, arguments));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> structured(CallToolResult result) {
        return (Map<String, Object>) result.structuredContent();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> claims(Map<String, Object> found) {
        return (List<Map<String, Object>>) found.get("claims");
    }
}
