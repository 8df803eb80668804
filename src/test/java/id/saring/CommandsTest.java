package id.saring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.saring.audit.Feedback;
import id.saring.audit.Lookup;
import id.saring.audit.Lookups;
import id.saring.claim.Claims;
import id.saring.claim.ClaimState;
import id.saring.core.Channel;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.feed.Feeds;
import id.saring.match.ScoredClaim;
import id.saring.submission.CaseId;
import id.saring.submission.Cases;
import id.saring.submission.Question;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    private Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void useStoreOfThisTest() {
        System.setProperty("SARING_DATA_DIR", dir.resolve("data").toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty("SARING_DATA_DIR");
        System.clearProperty("SARING_DATABASE_URL");
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Commands.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text).toString();
    }

    private long drafts() {
        try (Database database = Database.open(DatabaseSettings.embedded(dir.resolve("data")))) {
            return new Claims(database, Clock.systemUTC()).count(ClaimState.DRAFT);
        }
    }

    private String acts() {
        try (Database database = Database.open(DatabaseSettings.embedded(dir.resolve("data")))) {
            return String.join("\n", database.read()
                    .sql("SELECT what || ' ' || subject || ' ' || after_state FROM act WHERE after_state IS NOT NULL")
                    .query(String.class)
                    .list());
        }
    }

    @Test
    void an_import_says_what_it_did() throws IOException {
        String file = file("a.jsonl",
                "{\"key\":\"a\",\"claim\":\"satu\"}\n{\"key\":\"b\",\"claim\":\"dua\",\"verdict\":\"FITNAH\"}\n");
        assertThat(run("import", file)).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                Kept as a draft, verdict not known: FITNAH (1 row)
                2 rows: 2 new, 0 changed, 0 the same, 0 not taken.
                """);
        assertThat(err.toString()).isEmpty();
        assertThat(drafts()).isEqualTo(2);

        assertThat(run("import", file)).isZero();
        assertThat(out.toString()).contains("2 rows: 0 new, 0 changed, 2 the same, 0 not taken.");
    }

    @Test
    void bad_rows_are_told_and_make_exit_code_1() throws IOException {
        assertThat(run("import", file("a.csv", "key,claim\n1,satu\n2,\n"))).isEqualTo(1);
        assertThat(out.toString()).isEqualToNormalizingNewlines("2 rows: 1 new, 0 changed, 0 the same, 1 not taken.\n");
        assertThat(err.toString()).isEqualToNormalizingNewlines("line 3: has no claim text\n");
        assertThat(drafts()).isEqualTo(1);
    }

    @Test
    void a_dry_run_writes_nothing() throws IOException {
        assertThat(run("import", "--dry-run", file("a.jsonl", "{\"claim\":\"satu\"}\nbroken\n"))).isEqualTo(1);
        assertThat(out.toString()).isEqualToNormalizingNewlines(
                "Dry run, nothing was written: 2 rows, 1 would be new, 0 changed, 0 the same, 1 not taken.\n");
        assertThat(drafts()).isZero();
    }

    @Test
    void an_export_can_be_imported_again() throws IOException {
        run("import", "--language", "en", file("a.jsonl", "{\"key\":\"k\",\"claim\":\"one\",\"verdict\":\"true\"}\n"));
        Path file = dir.resolve("out.jsonl");
        assertThat(run("export", file.toString())).isZero();
        assertThat(acts()).contains("claim.export claims {\"claims\":");
        assertThat(out.toString()).isEqualToNormalizingNewlines("1 claims written to " + file + ".\n");
        assertThat(file).hasContent(
                "{\"key\":\"k\",\"language\":\"en\",\"claim\":\"one\",\"verdict\":\"TRUE\",\"state\":\"PUBLISHED\"}\n");
        assertThat(run("import", file.toString())).isZero();
        assertThat(out.toString()).contains("1 the same");
    }

    /** A case in somebody's hands, a word about an answer and a feed. */
    private void fillDesk() {
        Pseudonym person = new Pseudonym("a".repeat(32));
        Instant at = Instant.parse("2026-01-02T00:00:00Z");
        try (Database database = Database.open(DatabaseSettings.embedded(dir.resolve("data")))) {
            Cases cases = new Cases(database, Clock.fixed(at, ZoneOffset.UTC));
            CaseId id = database.transact(() -> cases.submit(new Question(
                    new QuestionKey("b".repeat(32)), new Question.Asker(Channel.TELEGRAM, person, person),
                    Language.ID, "NONE", "Benarkah air laut naik?", at)));
            cases.assign(id, "budi");
            cases.note(id, "siti", "Sudah ditanyakan ke dinas");
            new Lookups(database).note(new Feedback(new ClaimId(1), 2, person, false, at));
            new Feeds(database).add("https://example.org/feed?key=kunci&rss&lang=id", true, Duration.ofHours(1), at);
        }
    }

    @Test
    void everything_goes_into_one_zip() throws IOException {
        run("import", file("a.jsonl", "{\"key\":\"k\",\"claim\":\"satu\"}\n"));
        run("import", file("b.jsonl", "{\"key\":\"k\",\"claim\":\"dua\"}\n"));
        fillDesk();
        Path file = dir.resolve("all.zip");
        assertThat(run("export", file.toString())).isZero();
        assertThat(out.toString()).endsWith("Everything written to " + file + "." + System.lineSeparator());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("claims.jsonl", "revisions.jsonl", "cases.jsonl", "lookups.jsonl", "feedback.jsonl",
                            "feeds.jsonl");
            assertThat(new String(zip.getInputStream(zip.getEntry("claims.jsonl")).readAllBytes(), UTF_8))
                    .contains("\"claim\":\"dua\"")
                    .doesNotContain("satu");
            assertThat(new String(zip.getInputStream(zip.getEntry("revisions.jsonl")).readAllBytes(), UTF_8).lines())
                    .hasSize(2)
                    .first(InstanceOfAssertFactories.STRING)
                    .contains("\"version\":1,", "\"author\":\"import\"", "\"text\":\"satu\"");
            assertThat(new String(zip.getInputStream(zip.getEntry("cases.jsonl")).readAllBytes(), UTF_8))
                    .contains("\"assignee\":\"budi\"",
                            "\"notes\":[{\"author\":\"siti\",\"text\":\"Sudah ditanyakan ke dinas\",\"at\":\"");
            assertThat(new String(zip.getInputStream(zip.getEntry("feedback.jsonl")).readAllBytes(), UTF_8))
                    .isEqualTo("{\"claim\":1,\"version\":2,\"asker\":\"" + "a".repeat(32)
                            + "\",\"helpful\":false,\"at\":\"2026-01-02T00:00:00Z\"}\n");
            assertThat(new String(zip.getInputStream(zip.getEntry("feeds.jsonl")).readAllBytes(), UTF_8))
                    .isEqualTo("{\"url\":\"https://example.org/feed?key=…&…&lang=…\",\"trusted\":true,\"everyMinutes\":60,"
                            + "\"fetchedAt\":null,\"result\":null}\n");
        }
        assertThat(run("export", dir.resolve("none").resolve("all.zip").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Cannot write");
    }

    @Test
    void wrong_calls_have_exit_code_2_and_one_sentence() {
        assertThat(run("import", dir.resolve("none.jsonl").toString())).isEqualTo(2);
        assertThat(err.toString()).isEqualToNormalizingNewlines(
                "saring: Cannot read " + dir.resolve("none.jsonl") + ": there is no such file or directory\n");
        assertThat(run("export", dir.resolve("a.xlsx").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("must end in .jsonl, .csv or .json").doesNotContain("\tat ");
        assertThat(run("import")).isEqualTo(2);
        assertThat(err.toString()).contains("FILE");
    }

    @Test
    void a_file_of_an_evaluation_that_cannot_be_used_is_named_with_its_line() throws IOException {
        Path claims = Files.writeString(dir.resolve("claims.jsonl"), "{\"id\":\"a\",\"claim\":\"Telur palsu\"}\n");
        Path queries = dir.resolve("queries.jsonl");
        assertThat(run("evaluate", "--claims", claims.toString(), "--queries", queries.toString())).isEqualTo(1);
        assertThat(err.toString()).isEqualToNormalizingNewlines(
                "saring: Cannot read " + queries + ": there is no such file\n");
        Files.writeString(queries, "{\"id\":\"q\",\"text\":\"telur\"}\n{\"id\":");
        assertThat(run("evaluate", "--claims", claims.toString(), "--queries", queries.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("saring: " + queries + " line 2: not JSON");
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(run("import", "a.csv", "--nonsense")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void a_store_that_does_not_open_is_told_in_one_sentence() throws IOException {
        System.setProperty("SARING_DATABASE_URL", "jdbc:nonsense:x");
        assertThat(run("import", file("a.jsonl", ""))).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().startsWith("saring: SARING_DATABASE_URL must");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void judged_messages_recalibrate_the_numbers_in_force() throws IOException {
        run("import", file("a.jsonl", """
                {"key":"madu","claim":"Madu kutub dapat mencairkan es di puncak gunung","verdict":"FALSE"}
                {"key":"kelapa","claim":"Pohon kelapa tumbuh terbalik di pantai selatan","verdict":"FALSE"}
                """));
        StringBuilder judged = new StringBuilder("text\tclaim\n");
        for (int i = 0; i < 60; i++) {
            judged.append("katanya madu kutub mencairkan es gunung\tmadu\n").append("lebah madu pulang di gunung\t-\n");
        }
        Path model = dir.resolve("model.txt");
        String table = file("judged.tsv", judged.toString());
        assertThat(run("recalibrate", "--judged", table, "--out", model.toString())).isZero();
        assertThat(acts()).contains("match.recalibrate model {\"from\":\"file\",\"judged answers\":120}");
        assertThat(out.toString()).contains("120 judged answers, 60 of them right", "SARING_MATCH_MODEL");
        assertThat(model).content().contains("# recalibrated on 120 judged answers", "\ncalibration ");
    }

    @Test
    void what_people_said_to_answers_recalibrates_the_numbers_in_force() {
        try (Database database = Database.open(DatabaseSettings.embedded(dir.resolve("data")))) {
            Lookups lookups = new Lookups(database);
            for (int i = 0; i < 150; i++) {
                judge(lookups, i, "match", 0.75 + 0.0015 * i, i % 3 != 0);
            }
            judge(lookups, 200, "match", ScoredClaim.BY_ADDRESS, true);
            judge(lookups, 201, "chosen", 1, false);
        }
        Path model = dir.resolve("model.txt");
        assertThat(run("recalibrate", "--from-feedback", "--out", model.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("150 judged answers, 100 of them right");
        assertThat(model).exists();
        assertThat(run("recalibrate", "--from-feedback", "--since", "2030-01-01", "--out", model.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).isEqualToNormalizingNewlines(
                "saring: 0 judged answers, 0 right and 0 wrong, are too few: at least 100 are needed, 5 of each kind\n");
        assertThat(run("recalibrate", "--out", model.toString())).isEqualTo(2);
    }

    private static void judge(Lookups lookups, int person, String outcome, double confidence, boolean helpful) {
        Pseudonym asker = new Pseudonym("%032x".formatted(person));
        Instant asked = Instant.parse("2026-03-01T12:00:00Z");
        ClaimId claim = new ClaimId(1);
        lookups.add(new Lookup(
                asked,
                new Lookup.Asked(Channel.TELEGRAM, asker, "NONE", "telegram:00"),
                Language.ID,
                outcome,
                new Lookup.Answer(claim, 1, confidence),
                List.of(),
                Duration.ZERO,
                false));
        lookups.note(new Feedback(claim, 1, asker, helpful, asked.plusSeconds(5)));
    }

    @Test
    void accounts_are_looked_after_at_the_terminal() {
        System.setProperty("saring.account.strength", "4");
        try {
            assertThat(run("account", "invite", "siti", "--role", "admin")).isZero();
            assertThat(out.toString())
                    .containsPattern("http://localhost:8080/moderation/invitation/[A-Za-z0-9_-]{43}\n");
            assertThat(run("account", "password", "Siti")).isZero();
            assertThat(out.toString()).containsPattern("Password of siti, not shown again: [a-z2-9-]{23}\n");
            assertThat(run("account", "role", "siti", "MODERATOR")).isEqualTo(1);
            assertThat(err.toString()).isEqualToNormalizingNewlines("saring: That is the last admin who can sign in\n");
            run("account", "invite", "budi");
            assertThat(run("account", "disable", "budi")).isZero();
            assertThat(run("account", "list")).isZero();
            assertThat(out.toString().lines()).hasSize(3)
                    .anyMatch(line -> line.matches("siti +ADMIN +ACTIVE +no +never"))
                    .anyMatch(line -> line.matches("budi +MODERATOR +DISABLED +no +never"));
            assertThat(run("account", "enable", "budi")).isZero();
            assertThat(run("account", "reset-totp", "siti")).isZero();
            assertThat(run("account", "disable", "nobody")).isEqualTo(1);
            assertThat(err.toString()).contains("There is no account named nobody");
            assertThat(run("account", "invite", "ani", "--role", "king")).isEqualTo(2);
        } finally {
            System.clearProperty("saring.account.strength");
        }
    }

    @Test
    void a_webhook_removed_at_the_terminal_is_recorded_with_what_it_was() {
        assertThat(run("webhook", "add", "https://8.8.8.8/tokenrahasia")).isZero();
        assertThat(run("webhook", "remove", "2")).isEqualTo(1);
        assertThat(run("webhook", "remove", "1")).isZero();
        try (Database database = Database.open(DatabaseSettings.embedded(dir.resolve("data")))) {
            assertThat(database.read()
                    .sql("SELECT before_state FROM act WHERE what = 'webhook.remove'").query(String.class).list())
                    .containsExactly("{\"host\":\"8.8.8.8\"}");
        }
    }

    @Test
    void the_record_of_acts_is_checked_at_the_terminal() {
        assertThat(run("audit", "verify")).isZero();
        assertThat(out.toString()).startsWith("Sound: 0 acts");
        run("account", "invite", "siti");
        run("account", "invite", "budi");
        assertThat(run("audit", "verify")).isZero();
        String noted = out.toString().strip().replaceFirst(".* last ", "");
        assertThat(noted).matches("2:[0-9a-f]{64}");
        assertThat(run("audit", "verify", "--noted", noted)).isZero();
        try (Database database = Database.open(DatabaseSettings.embedded(dir.resolve("data")))) {
            database.write().sql("UPDATE act SET actor = 'somebody else' WHERE link = 1").update();
        }
        assertThat(run("audit", "verify")).isEqualTo(1);
        assertThat(out.toString()).startsWith("BROKEN: act 1 ");
        try (Database database = Database.open(DatabaseSettings.embedded(dir.resolve("data")))) {
            database.write().sql("DELETE FROM act").update();
            database.write().sql("DELETE FROM act_chain").update();
        }
        assertThat(run("audit", "verify", "--noted", noted)).isEqualTo(1);
        assertThat(out.toString()).contains("no longer in the record");
    }

    @Test
    void help_names_every_command() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("import", "export", "train", "recalibrate", "account", "audit", "--version");
        assertThat(run("import", "--help")).isZero();
        assertThat(out.toString()).contains("FILE", "--dry-run", "--language");
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("Saring ");
    }

    @Test
    void without_a_command_it_serves() {
        assertThat(Commands.named()).isFalse();
        assertThat(Commands.named("--server.port=0", "--saring.sample-claims=false")).isFalse();
        assertThat(Commands.named("import", "a.jsonl")).isTrue();
        assertThat(Commands.named("--help")).isTrue();
        assertThat(Commands.named("-x")).isTrue();
    }
}
