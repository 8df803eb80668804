package id.saring.conversation;

import id.saring.audit.Acts;
import id.saring.claim.Claims;
import id.saring.claim.ForgottenWording;
import id.saring.claim.Signature;
import id.saring.core.OwnWords;
import id.saring.core.Sealer;
import id.saring.db.Database;
import id.saring.submission.Cases;
import id.saring.submission.ErasedWording;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Words of people who had themselves erased, which staff may have copied: taken out of claims, notes and the record of
 * acts soon after the erasure, because looking for them reads everything.
 */
final class ErasedWords {
    private static final Signature ERASURE = Signature.of("saring", null);

    private record Row(long id, ErasedWording wording) {
        ForgottenWording forgotten() {
            return new ForgottenWording(new OwnWords(wording.text()), wording.instead(), wording.sentAt());
        }
    }

    private final Database database;
    private final Sealer sealer;
    private final Claims claims;
    private final Cases cases;
    private final Acts acts;

    ErasedWords(Database database, Sealer sealer, Claims claims, Cases cases, Acts acts) {
        this.database = database;
        this.sealer = sealer;
        this.claims = claims;
        this.cases = cases;
        this.acts = acts;
    }

    /** Has the words looked for; within the caller's transaction. */
    void add(List<ErasedWording> wordings) {
        for (ErasedWording wording : wordings) {
            database.write()
                    .sql("INSERT INTO erased_wording (text, instead, sent_at) VALUES (?, ?, ?)")
                    .param(sealed(wording.text()))
                    .param(wording.instead() == null ? null : sealed(wording.instead()))
                    .param(wording.sentAt().toEpochMilli())
                    .update();
        }
    }

    /** Takes out what waits; begun again after a crash, it finds less to do. Says whether there was anything. */
    boolean takeOut() {
        List<Row> rows = waiting();
        if (!rows.isEmpty()) {
            claims.forget(rows.stream().map(Row::forgotten).toList(), ERASURE);
        }
        for (Row row : rows) {
            OwnWords words = new OwnWords(row.wording().text());
            cases.forgetQuoted(words);
            acts.forget(words);
            database.write().sql("DELETE FROM erased_wording WHERE id = ?").param(row.id()).update();
        }
        return !rows.isEmpty();
    }

    private List<Row> waiting() {
        return database.read()
                .sql("SELECT * FROM erased_wording ORDER BY id")
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        new ErasedWording(
                                opened(row.getBytes("text")),
                                row.getBytes("instead") == null ? null : opened(row.getBytes("instead")),
                                Instant.ofEpochMilli(row.getLong("sent_at")))))
                .list();
    }

    private byte[] sealed(String text) {
        return sealer.seal(text.getBytes(StandardCharsets.UTF_8));
    }

    private String opened(byte[] sealed) {
        return new String(sealer.open(sealed), StandardCharsets.UTF_8);
    }
}
