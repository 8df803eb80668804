package id.saring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.audit.Feedback;
import id.saring.audit.Lookup;
import id.saring.audit.Lookups;
import id.saring.chat.ChatAddress;
import id.saring.chat.Content;
import id.saring.chat.Inbox;
import id.saring.chat.IncomingMessage;
import id.saring.core.Channel;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.db.Database;
import id.saring.tally.Tallying;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What dashboard, alerts and their description name is in a scrape of the running server. */
class MonitoringFilesTest {
    private static final Pseudonym ANI = new Pseudonym("0123456789abcdef0123456789abcdef");
    private static final Pattern METRIC = Pattern.compile("\\b((?:saring|jvm|process)_[a-z_]+)");

    private static RunningApp app;
    private static String scrape;

    @BeforeAll
    static void start(@TempDir Path dataDir) throws Exception {
        Map<String, String> settings = new HashMap<>(StaffClient.SETTINGS);
        settings.putAll(Map.of(
                "saring.telegram.bot-token", "1:a", "saring.telegram.api-url", "http://127.0.0.1:1",
                "saring.whatsapp.phone-number-id", "1", "saring.whatsapp.access-token", "a",
                "saring.whatsapp.app-secret", "b", "saring.whatsapp.verify-token", "c",
                "saring.whatsapp.api-url", "http://127.0.0.1:1"));
        app = RunningApp.start(0, dataDir, settings, Saring.class);
        app.bean(Inbox.class).accept(List.of(new IncomingMessage(
                "m1", new ChatAddress(Channel.WEB, "0123456789abcdef0123456789abcdef"), ANI, Language.ID,
                Instant.now(), false,
                new Content.Text("vaksin berisi chip", Content.Forwarding.NONE, false))));
        Instant before = Instant.now().minusSeconds(600);
        app.bean(Lookups.class).add(new Lookup(
                before, new Lookup.Asked(Channel.WEB, ANI, "NONE", "web:00"), Language.ID, "match",
                new Lookup.Answer(new ClaimId(7), 1, 0.9), List.of(), Duration.ofMillis(3), false));
        app.bean(Lookups.class).note(new Feedback(new ClaimId(7), 1, ANI, true, before.plusSeconds(1)));
        app.bean(Database.class).write().sql("DELETE FROM tally_mark").update();
        app.bean(Tallying.class).run();
        StaffClient admin = StaffClient.admin(app);
        await().until(() -> admin.get("/actuator/prometheus").body().contains("saring_chat_sending_seconds_bucket"));
        scrape = admin.get("/actuator/prometheus").body();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/grafana-dashboard.json", "docs/prometheus-alerts.yml", "docs/monitoring.md"})
    void every_metric_named_is_in_a_scrape(String file) throws IOException {
        Set<String> named = METRIC.matcher(Files.readString(Path.of(file))).results()
                .map(MatchResult::group)
                .filter(name -> !name.endsWith("_"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>(named);
        missing.removeIf(name -> Pattern.compile("(?m)^" + name + "(_bucket)?[{ ]").matcher(scrape).find());
        assertThat(named).hasSizeGreaterThan(5);
        assertThat(missing).isEmpty();
    }

    @Test
    void labels_and_their_values_named_are_in_a_scrape() throws IOException {
        String files = Files.readString(Path.of("docs/grafana-dashboard.json"))
                + Files.readString(Path.of("docs/prometheus-alerts.yml"));
        for (String component : List.of("store", "index", "telegram", "whatsapp", "diskSpace")) {
            assertThat(scrape).contains("saring_health_up{component=\"" + component + "\"}");
        }
        assertThat(scrape).contains("saring_queue_oldest_seconds{queue=\"inbox\"}");
        assertThat(files).contains("outcome=~").contains("queue=\"inbox\"");
        assertThat(scrape)
                .contains("saring_lookups_total{channel=\"web\",language=\"id\",outcome=\"match\"} 1.0")
                .contains("saring_feedback_total{helpful=\"true\"} 1.0");
    }

    /** A replica that does not poll says UP, whatever the one that does has found. */
    @Test
    void no_rule_takes_the_best_of_what_replicas_say_of_health_and_old_backups_raise_an_alarm() throws IOException {
        String rules = Files.readString(Path.of("docs/prometheus-alerts.yml"));
        assertThat(rules).doesNotContainPattern("max[^\\n]*saring_health_up");
        assertThat(rules).containsPattern("expr: [^\\n]*saring_backup_age_seconds");
        assertThat(scrape).contains("saring_backup_age_seconds");
    }

    @Test
    void the_dashboard_is_json_and_nothing_in_it_overlaps() throws IOException {
        var panels = JsonMapper.shared().readTree(Files.readString(Path.of("docs/grafana-dashboard.json")))
                .get("panels");
        Set<String> squares = new TreeSet<>();
        int area = 0;
        for (var panel : panels) {
            var place = panel.get("gridPos");
            for (int x = 0; x < place.get("w").asInt(); x++) {
                for (int y = 0; y < place.get("h").asInt(); y++) {
                    squares.add((place.get("x").asInt() + x) + "," + (place.get("y").asInt() + y));
                    area++;
                }
            }
        }
        assertThat(squares).hasSize(area).isNotEmpty();
    }

    @Test
    void no_label_names_a_person_or_a_claim() {
        assertThat(scrape).doesNotContain(ANI.value()).doesNotContain("claim=\"").doesNotContain("asker=\"");
    }
}
