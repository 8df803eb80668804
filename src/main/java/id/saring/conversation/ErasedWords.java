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
import id.saring.submission.Questions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Words of people who had themselves erased, which staff may have copied: taken out of claims, notes and the record of
 * acts soon after the erasure, because looking for them reads everything. What somebody else has asked as well
 * is no longer theirs alone, and stays.
 */
final class ErasedWords {
    private static final Signature ERASURE = Signature.of("saring", null);

    private record Row(long id, ErasedWording wording) {
        OwnWords words() {
            return new OwnWords(wording.text());
        }

        ForgottenWording forgotten() {
            return new ForgottenWording(words(), wording.instead(), wording.sentAt());
        }
    }

    private final Database database;
    private final Sealer sealer;
    private final Claims claims;
    private final Cases cases;
    private final Questions questions;
    private final Acts acts;

    ErasedWords(
            Database database, Sealer sealer, Claims claims, Cases cases, Questions questions, Acts acts) {
        this.database = database;
        this.sealer = sealer;
        this.claims = claims;
        this.cases = cases;
        this.questions = questions;
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
        if (rows.isEmpty()) {
            return false;
        }
        Set<String> others = questions.kept(rows.stream().map(Row::words).toList());
        List<Row> theirs = rows.stream().filter(row -> !others.contains(row.words().squeezed())).toList();
        claims.forget(theirs.stream().map(Row::forgotten).toList(), ERASURE);
        for (Row row : rows) {
            if (theirs.contains(row)) {
                cases.forgetQuoted(row.words());
                acts.forget(row.words());
            }
            database.write().sql("DELETE FROM erased_wording WHERE id = ?").param(row.id()).update();
        }
        return true;
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
