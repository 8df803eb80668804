package id.saring.admin;

import id.saring.audit.LookupPlace;
import id.saring.audit.LookupSearch;
import id.saring.audit.Lookups;
import id.saring.chat.DeliveryState;
import id.saring.chat.TestOffice;
import id.saring.claim.Claims;
import id.saring.claim.Revisions;
import id.saring.core.Channel;
import id.saring.core.ClaimId;
import id.saring.core.Pseudonyms;
import id.saring.core.Sealer;
import id.saring.core.Secret;
import id.saring.core.TraceId;
import id.saring.db.Database;
import id.saring.db.TestStore;
import id.saring.match.CatalogMeasure;
import id.saring.match.ClaimCatalog;
import id.saring.match.ClaimQuery;
import id.saring.moderation.Params;
import id.saring.submission.Questions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Measures the log over 1,000,000 lookups whose words and deliveries are all still there, and the moderators' list over
 * 100,000 claims beside it, on both databases; runs only when asked for by its name:
 * {@code mvn test -Dtest=LogMeasure}.
 */
public class LogMeasure {
    /** Seals the words of the messages. */
    public static final String SECRET = "sixteen-characters";

    private static final int LOOKUPS = Integer.getInteger("lookups", 1_000_000);
    private static final int ROUNDS = 9;
    private static final Duration PERIOD = Duration.ofDays(13);
    private static final Duration BUDGET = Duration.ofMillis(120);
    private static final Sealer SEALER = new Sealer(new Secret(SECRET));

    @Test
    void sqlite() throws Exception {
        measure("SQLite", TestStore.sqlite());
    }

    @Test
    void postgres() throws Exception {
        measure("PostgreSQL", TestStore.postgres());
    }

    private static void measure(String name, TestStore store) throws Exception {
        store.beforeEach(null);
        try (Database database = store.open()) {
            long start = System.nanoTime();
            long now = System.currentTimeMillis();
            fill(database, now);
            Claims claims = new Claims(database, Clock.systemUTC());
            CatalogMeasure.fill(claims);
            if (database.dialect().shared()) {
                // What the server does by itself within minutes.
                database.write().sql("ANALYZE").update();
            }
            System.out.printf("%s: filled in %.0f s%n", name, (System.nanoTime() - start) / 1e9);
            TestOffice office = new TestOffice(
                    database, Clock.systemUTC(), new Pseudonyms(new Secret("sixteen-characters")), SEALER, List.of());
            LookupLog log = new LookupLog(
                    new LookupSearch(database),
                    office.journeys(),
                    new Questions(database, SEALER),
                    new LookupLog.Memory(Duration.ofDays(30), Duration.ofDays(14)),
                    Clock.systemUTC());
            for (String query : questions(database)) {
                measure(name, query, log);
            }
            LookupLog.Line one = log.search(question("outcome=match"), LookupPlace.END, 1, BUDGET).lines().getFirst();
            report(name, "open one", () -> log.find(one.entry().id()).isPresent() ? 1 : 0);
            Lookups lookups = new Lookups(database);
            report(name, "write one", () -> {
                lookups.add(one.entry().lookup());
                return 1;
            });
            try (ClaimCatalog catalog = ClaimCatalog.open(claims, Files.createTempDirectory("saring-catalog"))) {
                Revisions revisions = new Revisions(database);
                ClaimId claim = new ClaimId(42);
                report(name, "claims: list", () -> catalog.list(ClaimQuery.ALL, 0, 30).total());
                for (String words : List.of("kata1", "kata7 kata90", "jarang77777")) {
                    ClaimQuery query = new ClaimQuery(words, null, null, null, null, null, null,
                            ClaimQuery.Order.CHANGED);
                    report(name, "claims: search " + words, () -> catalog.list(query, 0, 30).total());
                }
                report(name, "claims: open with history and feedback", () -> claims.find(claim).orElseThrow().version()
                        + revisions.of(claim, Long.MAX_VALUE, 5).size()
                        + lookups.feedbackOn(claim).helpful()
                        + lookups.unhelped(claim, 5).size());
            }
        } finally {
            store.afterEach(null);
        }
    }

    /** Everything the form can ask, alone and together, with what is common, rare and nowhere. */
    public static List<String> questions(Database database) {
        String asker = database.read().sql("SELECT asker FROM lookup WHERE id = 500000 % " + LOOKUPS)
                .query(String.class).single();
        String trace = TraceId.of(key(LOOKUPS / 3)).value();
        return List.of(
                "", "channel=whatsapp", "language=en", "forwarding=FREQUENTLY_FORWARDED", "outcome=not_found",
                "outcome=unreadable", "outcome=nowhere", "claim=1", "claim=99999", "surest=60&unsurest=61",
                "surest=99.999",
                "fastest=59", "fastest=60000", "cache=yes", "asker=" + asker, "asker=" + asker + "&outcome=nowhere",
                "trace=" + trace, "delivery=sent", "delivery=failed", "delivery=given_up", "delivery=none", "q=kata1",
                "q=kata1+kata2+kata3", "q=langka" + LOOKUPS / 2, "q=tidakada",
                "channel=telegram&language=en&outcome=match&cache=yes&surest=50&unsurest=51",
                "channel=web&language=id&outcome=match&forwarding=FORWARDED&surest=90&fastest=1&slowest=50&delivery=read&q=kata5",
                "claim=1&channel=whatsapp&language=en&surest=97&cache=yes",
                "claim=1&channel=whatsapp&q=tidakada", "from=2020-01-01T00:00&until=2020-02-01T00:00&outcome=match");
    }

    private static void measure(String name, String query, LookupLog log) {
        LogQuestion question = question(query);
        LookupLog.Lines first = log.search(question, LookupPlace.END, 50, BUDGET);
        report(name, query.isEmpty()
                ? "no filter"
                : query, () -> log.search(question, LookupPlace.END, 50, BUDGET).lines().size());
        // On to the end, if it takes more than one step.
        long start = System.nanoTime();
        double slowest = 0;
        int steps = 0;
        LookupPlace place = first.lines().size() < 50 ? first.next() : null;
        while (place != null && steps < 200) {
            long step = System.nanoTime();
            place = log.search(question, place, 50, BUDGET).next();
            slowest = Math.max(slowest, (System.nanoTime() - step) / 1e6);
            steps++;
        }
        if (steps > 0) {
            System.out.printf("%s,   to the start of the log: %d more steps, slowest %.0f ms, %.1f s in all%n",
                    name, steps, slowest, (System.nanoTime() - start) / 1e9);
        }
    }

    private static LogQuestion question(String query) {
        Map<String, String> params = Stream.of(query.split("&"))
                .filter(part -> part.contains("="))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1].replace('+', ' ')));
        return new LogQuestion(new Params(params, ZoneOffset.UTC));
    }

    private static String key(int number) {
        Channel channel = Channel.values()[number % 3];
        return channel.name().toLowerCase(Locale.ROOT) + ":" + TraceId.of("key" + number).value();
    }

    public static void fill(Database database, long now) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            Random random = new Random(1);
            try (PreparedStatement lookup = connection.prepareStatement("""
                            INSERT INTO lookup (at, channel, asker, language, outcome, claim_id, claim_version, confidence,
                                candidates, latency_micros, cache_hit, forwarding, message_key, trace_id)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, ?, ?, ?)""");
                    PreparedStatement question = connection.prepareStatement("""
                            INSERT INTO question (message_key, channel, chat, asker, language, forwarding, text, at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""");
                    PreparedStatement delivery = connection.prepareStatement("""
                            INSERT INTO delivery (message_key, channel, chat, status, at, report) VALUES (?, ?, ?, ?, ?, ?)""")) {
                for (int i = 0; i < LOOKUPS; i++) {
                    add(i, now - PERIOD.toMillis() + PERIOD.toMillis() * i / LOOKUPS, random, lookup,
                            question, delivery);
                    if (i % 2000 == 1999) {
                        lookup.executeBatch();
                        question.executeBatch();
                        delivery.executeBatch();
                        connection.commit();
                    }
                }
                lookup.executeBatch();
                question.executeBatch();
                delivery.executeBatch();
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    }

    private static void add(
            int i, long at, Random random, PreparedStatement lookup, PreparedStatement question,
            PreparedStatement delivery)
            throws SQLException {
        String key = key(i);
        String channel = Channel.values()[i % 3].name();
        // A few ask very often.
        String asker = TraceId.of("asker" + (int) Math.pow(200_000, random.nextDouble())).value();
        String language = random.nextInt(10) == 0 ? "EN" : "ID";
        String forwarding = List.of("NONE", "FORWARDED", "FREQUENTLY_FORWARDED").get(random.nextInt(3));
        boolean match = random.nextInt(10) < 6;
        Object[] values = {
            at, channel, asker, language, match ? "match" : random.nextInt(500) == 0 ? "unreadable" : "not_found",
            match ? (long) Math.pow(100_000, random.nextDouble()) : null, match ? 1L : null,
            match ? 0.5 + random.nextDouble() / 2
            : null, (long) (random.nextDouble() * 60_000), random.nextInt(4) == 0 ? 1 : 0,
            forwarding, key, TraceId.of(key).value()
        };
        set(lookup, values);
        String words = Stream.generate(() -> "kata" + (int) Math.pow(20_000, random.nextDouble())).limit(25)
                .collect(Collectors.joining(" ")) + " langka" + i;
        set(question, key.substring(key.indexOf(':') + 1), channel, asker, asker, language, forwarding,
                SEALER.seal(words.getBytes(StandardCharsets.UTF_8)), at);
        boolean failed = i % 100_000 == 7;
        set(delivery, key + "#0", channel, asker, "SENT", at + 100, failed ? DeliveryState.FAILED.name() : i % 2 == 0
                ? "READ" : null);
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private interface Question {
        long ask();
    }

    private static void report(String store, String what, Question question) {
        long found = question.ask();
        double[] millis = IntStream.range(0, ROUNDS).mapToDouble(i -> {
            long start = System.nanoTime();
            question.ask();
            return (System.nanoTime() - start) / 1e6;
        }).sorted().toArray();
        System.out.printf(Locale.ROOT, "%s, %s: median %.1f ms, slowest %.1f ms, %d found%n",
                store, what, millis[ROUNDS / 2], Arrays.stream(millis).max().orElse(0), found);
    }
}
