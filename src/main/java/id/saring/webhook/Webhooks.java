package id.saring.webhook;

import id.saring.bulletin.Bulletin;
import id.saring.bulletin.Bulletin.Kind;
import id.saring.bulletin.Bulletins;
import id.saring.core.Sealer;
import id.saring.db.Database;
import id.saring.queue.NewWork;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The systems that are told of verdicts, and how each delivery to them went. */
public final class Webhooks {
    /** Everything but new words for the same verdict. */
    static final Set<Kind> TOLD = EnumSet.of(Kind.PUBLISHED, Kind.CORRECTED, Kind.WITHDRAWN, Kind.RESTORED);

    /** How many bulletins one message tells. */
    static final int MOST = 100;

    private final Database database;
    private final Sealer sealer;
    private final Clock clock;
    private final HookAddresses addresses;

    Webhooks(Database database, Sealer sealer, Clock clock, HookAddresses addresses) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
        this.addresses = addresses;
    }

    /**
     * Adds a system. It is told of what becomes public from now on.
     *
     * @param within is run in the transaction that adds it
     * @throws IllegalArgumentException with a sentence if the address is not public or not of http(s)
     * @throws IllegalStateException    within a transaction: nobody could write while the name is asked for
     */
    public Webhook.Added add(URI url, Consumer<Webhook> within) {
        if (database.inTransaction()) {
            throw new IllegalStateException("A name is not to be asked for within a transaction");
        }
        addresses.require(url);
        return database.transact(() -> {
            Webhook.Added added = insert(url);
            within.accept(added.webhook());
            return added;
        });
    }

    private Webhook.Added insert(URI url) {
        String secret = Signature.newSecret();
        Instant now = clock.instant();
        long id = database.write()
                .sql("""
                        INSERT INTO webhook (url, secret, last_bulletin, created_at)
                        VALUES (?, ?, (SELECT coalesce(max(id), 0) FROM bulletin), ?) RETURNING id""")
                .param(url.toString())
                .param(sealer.seal(secret.getBytes(StandardCharsets.UTF_8)))
                .param(now.toEpochMilli())
                .query(Long.class)
                .single();
        return new Webhook.Added(new Webhook(id, url, Instant.ofEpochMilli(now.toEpochMilli())), secret);
    }

    /**
     * Ends telling a system. Returns whether there was one of that id.
     *
     * @param within is given the system as it was, in the transaction that ends it
     */
    public boolean remove(long id, Consumer<Webhook> within) {
        return database.transact(() -> {
            Optional<Webhook> removed = database.write()
                    .sql("UPDATE webhook SET removed_at = ? WHERE id = ? AND removed_at IS NULL RETURNING *")
                    .params(clock.millis(), id)
                    .query(Webhooks::webhook)
                    .optional();
            removed.ifPresent(within);
            return removed.isPresent();
        });
    }

    /** The system of that id, if it is told of verdicts. */
    public Optional<Webhook> find(long id) {
        return database.read()
                .sql("SELECT * FROM webhook WHERE id = ? AND removed_at IS NULL")
                .param(id)
                .query(Webhooks::webhook)
                .optional();
    }

    public List<Webhook> all() {
        return database.read()
                .sql("SELECT * FROM webhook WHERE removed_at IS NULL ORDER BY id")
                .query(Webhooks::webhook)
                .list();
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getLong("id"), URI.create(row.getString("url")), Instant.ofEpochMilli(row.getLong("created_at")));
    }

    /** What has been tried for a system, the latest first. */
    public List<Delivery> deliveries(long id, int limit) {
        return database.read()
                .sql("SELECT * FROM webhook_delivery WHERE webhook_id = ? ORDER BY id DESC LIMIT ?")
                .params(id, limit)
                .query((row, number) -> {
                    int status = row.getInt("status");
                    Integer answered = row.wasNull() ? null : status;
                    return new Delivery(
                            row.getString("message_id"),
                            row.getInt("attempt"),
                            answered,
                            row.getString("failure"),
                            Duration.ofMillis(row.getLong("millis")),
                            Instant.ofEpochMilli(row.getLong("at")));
                })
                .list();
    }

    /** Turns what has become public into messages to each system, each exactly once however many replicas do this. */
    void announce(Bulletins bulletins, Consumer<List<NewWork>> queue) {
        for (Webhook hook : all()) {
            while (database.transact(() -> announce(hook.id(), bulletins, queue))) {}
        }
    }

    private boolean announce(long id, Bulletins bulletins, Consumer<List<NewWork>> queue) {
        Optional<Long> told = database.write()
                .sql("UPDATE webhook SET last_bulletin = last_bulletin WHERE id = ? AND removed_at IS NULL RETURNING last_bulletin")
                .param(id)
                .query(Long.class)
                .optional();
        if (told.isEmpty()) {
            return false;
        }
        List<Bulletin> news = bulletins.after(told.get(), TOLD, MOST);
        if (news.isEmpty()) {
            return false;
        }
        long last = news.getLast().id();
        Message message = new Message(id, told.get(), last);
        queue.accept(List.of(new NewWork(message.id(), "webhook:" + id, message.bytes())));
        database.write().sql("UPDATE webhook SET last_bulletin = ? WHERE id = ?").params(last, id).update();
        return news.size() == MOST;
    }

    /**
     * A message to be built when it is sent.
     *
     * @param after id of the last bulletin that it does not tell
     * @param last  id of the last one that it tells
     */
    record Message(long webhook, long after, long last) {
        String id() {
            return "msg_" + webhook + "_" + last;
        }

        byte[] bytes() {
            return (webhook + " " + after + " " + last).getBytes(StandardCharsets.UTF_8);
        }

        static Message read(byte[] bytes) {
            String[] parts = new String(bytes, StandardCharsets.UTF_8).split(" ", -1);
            return new Message(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }
    }

    /** Where to send to and what to sign with; empty if the system is not told any more. */
    Optional<Target> target(long id) {
        return database.read()
                .sql("SELECT url, secret FROM webhook WHERE id = ? AND removed_at IS NULL")
                .param(id)
                .query((row, number) -> new Target(
                        URI.create(row.getString("url")),
                        new String(sealer.open(row.getBytes("secret")), StandardCharsets.UTF_8)))
                .optional();
    }

    record Target(URI url, String secret) {
        @Override
        public String toString() {
            return "Target[" + url.getHost() + "]";
        }
    }

    void log(long id, Delivery delivery) {
        database.write()
                .sql("""
                        INSERT INTO webhook_delivery (webhook_id, message_id, attempt, status, failure, millis, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(delivery.messageId())
                .param(delivery.attempt())
                .param(delivery.status())
                .param(delivery.failure())
                .param(delivery.took().toMillis())
                .param(delivery.at().toEpochMilli())
                .update();
    }

    void forget(Duration keep) {
        database.write()
                .sql("DELETE FROM webhook_delivery WHERE at < ?")
                .param(clock.millis() - keep.toMillis())
                .update();
    }
}
