package id.saring.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.RunningApp;
import id.saring.db.DatabaseSettings;
import id.saring.db.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One chat, whose requests a load balancer sends to either of two replicas. */
class WebChatReplicasTest {
    @TempDir
    private Path dirs;

    @Test
    void a_page_that_waits_at_one_replica_hears_what_comes_in_at_the_other() throws Exception {
        DatabaseSettings database = PostgresServer.newDatabase();
        try (RunningApp one = start("one", database);
                RunningApp two = start("two", database)) {
            ChatClient browser = new ChatClient(one);
            browser.write("halo");
            await().atMost(Duration.ofSeconds(10)).until(() -> browser.lines().size() == 2);
            ChatClient elsewhere = browser.at(two);
            assertThat(elsewhere.lines()).isEqualTo(browser.lines());

            // Far sooner than the twenty seconds after which it would look by itself.
            CompletableFuture<JsonNode> waiting = elsewhere.news(ChatClient.lastSeq(browser.history()), true);
            await().until(() -> two.bean(Waiters.class).count() == 1);
            browser.write("apa kabar");
            assertThat(ChatClient.lines(waiting.get(10, TimeUnit.SECONDS)).getFirst()).isEqualTo("PERSON apa kabar");
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(elsewhere.lines())
                    .isEqualTo(List.of("PERSON halo", "SARING Gema: halo", "PERSON apa kabar",
                    "SARING Gema: apa kabar")));
        }
    }

    private RunningApp start(String name, DatabaseSettings database) {
        return RunningApp.start(
                0,
                dirs.resolve(name),
                Map.of(
                        "saring.secret", "a secret that replicas share",
                        "saring.database.url", String.valueOf(database.url()),
                        "saring.database.user", String.valueOf(database.user()),
                        "saring.database.password", String.valueOf(database.password())),
                ChatParts.class);
    }
}
