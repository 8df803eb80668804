package id.saring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.chat.Addresses;
import id.saring.chat.ChatAddress;
import id.saring.chat.Content;
import id.saring.chat.IncomingMessage;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.core.Channel;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.Pseudonyms;
import id.saring.core.QuestionKey;
import id.saring.core.Sealer;
import id.saring.core.Secret;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.submission.Cases;
import id.saring.submission.Contacts;
import id.saring.submission.Question;
import id.saring.submission.Telling;
import id.saring.submission.Tellings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An answer to hundreds who wait for it, a correction to a thousand people, and to hundreds that their message is not
 * checked, with the real jar killed in the middle of each: everyone is told once, and nobody is left out.
 */
@OneTry
class CorrectionCrashIT {
    private static final int PEOPLE = 1_000;
    private static final int WAITING = 300;
    private static final int DISMISSED = 600;
    private static final int ALL = PEOPLE + WAITING + DISMISSED;
    private static final String SECRET = "a secret for tests only";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path dir;

    @Test
    void each_is_told_once_and_nobody_is_left_out() throws IOException, InterruptedException {
        try (Database database = Database.open(DatabaseSettings.embedded(dir))) {
            prepare(database);
            startAndKillOnceTold(database, "first", "notice WHERE kind = 'ANSWER'", WAITING);
            startAndKillOnceTold(database, "second", "notice WHERE kind = 'VERDICT'", PEOPLE);
            assertThat(count(database, "notice WHERE kind = 'ANSWER'")).as("answers come first").isEqualTo(WAITING);

            startAndKillOnceTold(database, "third", "submission WHERE dismissal = 3", DISMISSED);

            Process last = start("last");
            try {
                await().atMost(PATIENCE).untilAsserted(() -> {
                    assertThat(count(database, "web_message")).isEqualTo(ALL);
                    assertThat(count(database, "work WHERE done_at IS NULL")).isZero();
                    assertThat(count(database, "telling WHERE verdict = 'TRUE'")).isEqualTo(PEOPLE);
                });
            } finally {
                kill(last);
            }
            assertThat(count(database, "(SELECT DISTINCT chat FROM web_message) chats")).isEqualTo(ALL);
            assertThat(count(database, "web_message")).isEqualTo(ALL);
            assertThat(count(database, "notice WHERE kind = 'VERDICT'")).isEqualTo(PEOPLE);
            assertThat(count(database, "notice WHERE kind = 'ANSWER'")).isEqualTo(WAITING);
            assertThat(count(database, "submission WHERE told_at IS NULL AND dismissal <> 3")).isZero();
            assertThat(count(database, "submission WHERE dismissal = 3")).isEqualTo(DISMISSED);
            assertThat(count(database, "tip_case WHERE state = 'ANSWERED' AND owes = 0")).isEqualTo(1);
        }
    }

    /** Kills the program as soon as it has told somebody, and sees that it had not told all. */
    private void startAndKillOnceTold(Database database, String name, String told, int all)
            throws IOException, InterruptedException {
        Process process = start(name);
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> count(database, told) > 0);
        } finally {
            kill(process);
        }
        assertThat(count(database, told)).as(told + " before the kill").isBetween(1L, all - 1L);
    }

    /**
     * A thousand people were shown that the claim is false, and now it is true; hundreds wait for another, and hundreds
     * in vain.
     */
    private static void prepare(Database database) {
        Claims claims = new Claims(database, Clock.systemUTC());
        claims.saveAll(List.of(new Claims.Row("garlic", content(Verdict.FALSE), ClaimState.PUBLISHED)));
        Claim claim = claims.findByKey("garlic").orElseThrow();
        Pseudonyms pseudonyms = new Pseudonyms(new Secret(SECRET));
        Addresses addresses = new Addresses(new Sealer(new Secret(SECRET)), pseudonyms);
        Contacts contacts = new Contacts(database, addresses);
        Tellings tellings = new Tellings(database);
        database.transact(() -> {
            for (int i = 0; i < PEOPLE; i++) {
                ChatAddress chat = new ChatAddress(Channel.WEB, "person%016d".formatted(i));
                contacts.keep(message("m" + i, chat, addresses.keyOf(chat)), Language.ID, Instant.now());
                tellings.add(
                        new Telling(claim.id(), addresses.keyOf(chat), 1, Verdict.FALSE, Language.ID), Instant.now());
            }
        });
        claims.edit(claim.id(), 1, content(Verdict.TRUE));
        Cases cases = new Cases(database, Clock.systemUTC());
        claims.saveAll(List.of(new Claims.Row("cuka", content(Verdict.FALSE), ClaimState.PUBLISHED)));
        ClaimId awaited = claims.findByKey("cuka").orElseThrow().id();
        database.transact(() -> {
            for (int i = 0; i < WAITING; i++) {
                Question question = question(i, "Cuka apel melarutkan batu ginjal?", addresses, contacts);
                cases.answers().link(List.of(cases.submit(question)), awaited);
            }
            for (int i = 0; i < DISMISSED; i++) {
                Question question = question(WAITING + i, "Tetangga saya sombong sekali", addresses, contacts);
                if (i == 0) {
                    cases.dismiss(cases.submit(question), "pendapat", true);
                } else {
                    cases.submit(question);
                }
            }
        });
    }

    /** Of somebody who can be told. */
    private static Question question(int number, String text, Addresses addresses, Contacts contacts) {
        ChatAddress chat = new ChatAddress(Channel.WEB, "waiter%016d".formatted(number));
        Pseudonym asker = addresses.keyOf(chat);
        contacts.keep(message("w" + number, chat, asker), Language.ID, Instant.now());
        return new Question(
                new QuestionKey("%032x".formatted(number)), new Question.Asker(Channel.WEB, asker, asker), Language.ID,
                "NONE", text, Instant.now());
    }

    private static IncomingMessage message(String id, ChatAddress chat, Pseudonym asker) {
        return new IncomingMessage(
                id, chat, asker, Language.ID, Instant.now(), false, new Content.Unsupported("-"));
    }

    private Process start(String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("saring.jar"),
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--saring.secret=" + SECRET,
                        "--saring.sample-claims=false",
                        "--saring.data-dir=" + dir)
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve(name + ".log").toFile())
                .start();
    }

    /** As {@code kill -9} does. */
    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private static long count(Database database, String rows) {
        return database.read().sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }

    private static ClaimContent content(Verdict verdict) {
        return new ClaimContent(
                Language.ID, "Bawang putih menyembuhkan flu", null, verdict, null, null, null, List.of(),
                List.of(), List.of(),
                null, null, null);
    }
}
