package id.saring.feed;

import id.saring.claim.Author;
import id.saring.claim.Claim;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Claims.Row;
import id.saring.claim.Claims.Saved;
import id.saring.claim.RefusedMoveException;
import id.saring.claim.Revisions;
import id.saring.claim.Signature;
import id.saring.claim.StaleClaimException;
import id.saring.claim.TakenKeyException;
import id.saring.exchange.ClaimImport;
import id.saring.exchange.ImportListener;
import id.saring.exchange.ImportReport;
import id.saring.exchange.UnusableFileException;
import id.saring.feed.FeedFetch.Fetched;
import id.saring.feed.FeedResult.Code;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Fetches the feeds that are due and takes their claims in. A feed adds claims; it changes only those that came from a
 * feed and that nobody has touched since, and only if it is trusted.
 */
final class FeedRounds {
    private static final Logger LOG = LoggerFactory.getLogger(FeedRounds.class);

    private final Feeds feeds;
    private final FeedFetch fetch;
    private final ClaimImport imports;
    private final Claims claims;
    private final Revisions revisions;
    private final Clock clock;

    FeedRounds(Feeds feeds, FeedFetch fetch, ClaimImport imports, Claims claims, Revisions revisions, Clock clock) {
        this.feeds = feeds;
        this.fetch = fetch;
        this.imports = imports;
        this.claims = claims;
        this.revisions = revisions;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 20, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void run() {
        for (Feed feed : feeds.due(clock.instant())) {
            if (feeds.take(feed, clock.instant())) {
                round(feed);
            }
        }
    }

    private void round(Feed feed) {
        Feed.Validators validators = feed.validators();
        FeedResult result;
        try {
            switch (fetch.fetch(feed.url(), validators)) {
                case Fetched.Nothing nothing -> result = nothing.result();
                case Fetched.Body body -> {
                    result = takeIn(feed, body.bytes());
                    validators = result.code() == Code.TAKEN ? body.validators() : Feed.Validators.NONE;
                }
            }
        } catch (RuntimeException e) {
            LOG.error("Feed {} could not be taken in", feed.id(), e);
            result = FeedResult.of(Code.UNREADABLE);
        }
        feeds.done(feed, validators, result, clock.instant());
    }

    private FeedResult takeIn(Feed feed, byte[] bytes) {
        try {
            ImportReport report = imports.run(
                    new ByteArrayInputStream(bytes), "", rows -> save(feed, rows), ImportListener.NONE);
            String first = report.errors().isEmpty() ? null : report.errors().getFirst().toString();
            return new FeedResult(Code.TAKEN, first, report.created(), report.updated(), report.failed());
        } catch (UnusableFileException e) {
            return FeedResult.of(Code.UNREADABLE);
        }
    }

    private List<Saved> save(Feed feed, List<Row> rows) {
        List<Saved> saved = new ArrayList<>(rows.size());
        for (Row row : rows) {
            saved.add(save(feed, row));
        }
        return saved;
    }

    private Saved save(Feed feed, Row row) {
        String reason = feed.covered();
        Signature by = new Signature(
                Author.FEED, reason.substring(0, Math.min(reason.length(), Signature.MAX_REASON)));
        Claim known = claims.findByKey(row.key()).orElse(null);
        try {
            if (known == null) {
                claims.create(row.key(), row.content(), feed.trusted() ? row.state() : ClaimState.DRAFT, by);
                return Saved.CREATED;
            }
            if (!feed.trusted() || !untouched(known)) {
                return Saved.UNCHANGED;
            }
            Claim after = claims.revise(known.id(), known.version(), row.content(), row.state(), by);
            return after.version() == known.version() ? Saved.UNCHANGED : Saved.UPDATED;
        } catch (TakenKeyException | StaleClaimException | RefusedMoveException e) {
            return Saved.UNCHANGED; // a moderator was quicker, or knows better
        }
    }

    private boolean untouched(Claim claim) {
        return revisions.find(claim.id(), claim.version())
                .filter(revision -> revision.author().equals(Author.FEED))
                .isPresent();
    }
}
