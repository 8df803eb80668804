package id.saring.moderation;

import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.claim.Claims.Row;
import id.saring.claim.Claims.Saved;
import id.saring.claim.Difference;
import id.saring.claim.Signature;
import id.saring.exchange.ClaimImport;
import id.saring.exchange.ImportListener;
import id.saring.exchange.ImportReport;
import id.saring.exchange.RowError;
import id.saring.exchange.UnusableFileException;
import id.saring.moderation.Upload.Phase;
import id.saring.moderation.UploadOutcome.Change;
import id.saring.moderation.UploadOutcome.Told;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Checks and imports files in the background, saying how far it is. */
final class UploadWork {
    /** Who has not been heard of for so long has ended. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(UploadWork.class);
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int TEXT_SHOWN = 300;

    private final Uploads uploads;
    private final Claims claims;
    private final ChangeNotice notice;
    private final Clock clock;

    UploadWork(Uploads uploads, Claims claims, ChangeNotice notice, Clock clock) {
        this.uploads = uploads;
        this.claims = claims;
        this.notice = notice;
        this.clock = clock;
    }

    /** Begins to tell what importing the file would do. */
    void check(Upload upload) {
        begin(upload, Phase.CHECKED);
    }

    /** Begins to import the file. */
    void importNow(Upload upload) {
        begin(upload, Phase.DONE);
    }

    /** Whether nobody works on it any more. */
    boolean silent(Upload upload) {
        return upload.beatAt().plus(SILENCE).isBefore(clock.instant());
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void dropOld() {
        uploads.dropBefore(clock.instant().minus(KEPT));
    }

    private void begin(Upload upload, Phase end) {
        Thread.ofVirtual().name("import-" + upload.id()).start(() -> {
            try {
                uploads.finish(upload.id(), end, run(upload, end == Phase.CHECKED));
            } catch (UnusableFileException e) {
                uploads.finish(upload.id(), Phase.FAILED, UploadOutcome.broken(String.valueOf(e.getMessage())));
            } catch (IOException | RuntimeException e) {
                LOG.error("Import {} failed", upload.id(), e);
                uploads.finish(upload.id(), Phase.FAILED, UploadOutcome.broken(""));
            }
        });
    }

    private UploadOutcome run(Upload upload, boolean rehearsal) throws IOException {
        Follower follower = new Follower(upload, rehearsal);
        ClaimImport imports = new ClaimImport(claims, upload.language());
        try (InputStream in = uploads.open(upload.id())) {
            ImportReport report = rehearsal
                    ? imports.rehearse(in, upload.name(), follower)
                    : imports.run(in, upload.name(), Signature.of(upload.author(), reason(upload)), follower);
            return follower.outcome(report);
        }
    }

    private static String reason(Upload upload) {
        String name = upload.name();
        return name.substring(0, Math.min(name.length(), Signature.MAX_REASON));
    }

    /** Keeps what is worth showing and says every other second how far the import is. */
    private final class Follower implements ImportListener {
        private final long upload;
        private final boolean rehearsal;
        private final List<Change> changes;
        private final @Nullable Told before;

        /** People who wait, by the case they wait for: several rows may answer one. */
        private final Map<Long, Long> answered = new HashMap<>();

        private long corrected;
        private long rows;
        private long nextBeat;

        /** What differs can be told only before it is saved, so an import shows what was found when it was checked. */
        Follower(Upload upload, boolean rehearsal) {
            this.upload = upload.id();
            this.rehearsal = rehearsal;
            this.changes = new ArrayList<>(rehearsal || upload.outcome() == null
                    ? List.of()
                    : upload.outcome().changes());
            this.before = upload.outcome() == null ? null : upload.outcome().told();
        }

        @Override
        public void saved(String place, Row row, Saved what) {
            if (rehearsal && what != Saved.UNCHANGED) {
                Claim now = claims.findByKey(row.key()).orElse(null);
                Told told = told(now, row);
                if (changes.size() < UploadOutcome.SHOWN) {
                    changes.add(change(place, now, row, told));
                }
            }
            count();
        }

        @Override
        public void failed(RowError error) {
            count();
        }

        private void count() {
            rows++;
            if (clock.millis() >= nextBeat) {
                nextBeat = clock.millis() + BEAT.toMillis();
                uploads.beat(upload, rows);
            }
        }

        private Told told(@Nullable Claim now, Row row) {
            ChangeNotice.Audience audience = notice.audience(now, row.content(), row.state(), List.of());
            audience.waiting().stream()
                    .filter(ChangeNotice.WaitingCase::answered)
                    .forEach(waiting -> answered.put(waiting.id(), waiting.people()));
            corrected += audience.corrected();
            return new Told(audience.corrected(), audience.answered());
        }

        private Change change(String place, @Nullable Claim before, Row row, Told told) {
            List<String> fields = before == null
                    ? List.of()
                    : new ArrayList<>(Difference.between(before.content(), row.content()).stream()
                            .map(Difference::field)
                            .toList());
            if (before != null && before.state() != row.state()) {
                fields.add("state");
            }
            return new Change(
                    place,
                    before == null ? 0 : before.id().value(),
                    shown(row.content().text()),
                    row.content().verdict() == null ? null : row.content().verdict().name(),
                    row.state().name(),
                    fields,
                    told);
        }

        UploadOutcome outcome(ImportReport report) {
            return new UploadOutcome(
                    report.created(),
                    report.updated(),
                    report.unchanged(),
                    report.failed(),
                    changes,
                    report.errors().stream()
                            .limit(UploadOutcome.SHOWN)
                            .map(error -> new UploadOutcome.Fault(error.place(), error.reason()))
                            .toList(),
                    report.notes(),
                    rehearsal
                            ? new Told(corrected, answered.values().stream().mapToLong(Long::longValue).sum())
                            : before,
                    null);
        }
    }

    private static String shown(String text) {
        return text.length() <= TEXT_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, TEXT_SHOWN))) + "…";
    }
}
