package id.saring.exchange;

import id.saring.claim.ClaimContent;
import id.saring.claim.Claims.Row;
import id.saring.claim.Claims.Saved;
import id.saring.claim.RefusedMoveException;
import id.saring.claim.RefusedMoveException.Refusal;
import id.saring.core.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One import under way: saves rows a thousand at a time and keeps count. */
final class ImportRun {
    private static final int BATCH = 1000;
    private static final int PROGRESS = 5000;

    /** Characters of a batch, which may be long before it has a thousand rows. */
    private static final long HEAVY = 4_000_000;

    private record Placed(String place, Row row) {}

    private final Function<List<Row>, List<Saved>> save;
    private final ImportListener listener;
    private final Tally tally = new Tally();
    private final List<Placed> batch = new ArrayList<>();
    private final List<RowError> errors = new ArrayList<>();
    private long created;
    private long updated;
    private long unchanged;
    private long failed;
    private long rows;
    private long weight;

    ImportRun(Function<List<Row>, List<Saved>> save, ImportListener listener) {
        this.save = save;
        this.listener = listener;
    }

    RowReader reader(Language defaultLanguage) {
        return new RowReader(defaultLanguage, tally) {
            @Override
            void row(String place, Row row) {
                batch.add(new Placed(place, row));
                weight += weightOf(row.content());
                if (batch.size() == BATCH || weight > HEAVY) {
                    flush();
                }
                countRow();
            }

            @Override
            public void broken(String place, String reason) {
                fail(place, reason);
                countRow();
            }
        };
    }

    ImportReport finish() {
        flush();
        return new ImportReport(created, updated, unchanged, failed, errors, tally.sentences());
    }

    private void countRow() {
        if (++rows % PROGRESS == 0) {
            listener.progress(rows);
        }
        if (rows > RowLimits.ROWS) {
            throw new UnusableFileException("The file has more than %,d rows; split it".formatted(RowLimits.ROWS));
        }
    }

    private void fail(String place, String reason) {
        RowError error = new RowError(place, BadRowException.inOneLine(reason));
        failed++;
        if (errors.size() < ImportReport.MAX_ERRORS) {
            errors.add(error);
        }
        listener.failed(error);
    }

    private void flush() {
        while (!batch.isEmpty()) {
            try {
                List<Saved> saved = save.apply(batch.stream().map(Placed::row).toList());
                for (int i = 0; i < saved.size(); i++) {
                    count(saved.get(i));
                    listener.saved(batch.get(i).place(), batch.get(i).row(), saved.get(i));
                }
                batch.clear();
                weight = 0;
            } catch (RefusedMoveException e) {
                dropRefused(e.refusals());
            }
        }
    }

    /** A refusal undoes the whole batch, so the refused rows are taken out and the others saved anew. */
    private void dropRefused(List<Refusal> refusals) {
        refusals.forEach(refusal ->
                fail(batch.get(refusal.row()).place(), "claim " + refusal.key() + " " + refusal.reason()));
        refusals.reversed().forEach(refusal -> batch.remove(refusal.row()));
    }

    private static long weightOf(ClaimContent content) {
        String summary = content.summary();
        return content.text().length()
                + (summary == null ? 0 : summary.length())
                + content.phrasings().stream().mapToLong(String::length).sum()
                + content.sources().stream().mapToLong(source -> source.title().length() + source.url().length()).sum();
    }

    private void count(Saved saved) {
        switch (saved) {
            case CREATED -> created++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
        }
    }
}
