package id.saring.admin;

import id.saring.admin.ChartFigure.Point;
import id.saring.admin.ChartFigure.Sums;
import id.saring.admin.ChartFigure.Unit;
import id.saring.core.Door;
import id.saring.tally.Latencies;
import id.saring.tally.Tallies;
import id.saring.tally.Tallies.FeedbackTally;
import id.saring.tally.Tallies.LookupTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Makes the charts of a span from the tallies. */
final class Charts {
    private static final List<String> CHANNELS =
            Arrays.stream(Door.values()).map(door -> door.name().toLowerCase(Locale.ROOT)).toList();
    private static final List<String> LANGUAGES = List.of("id", "en");
    private static final List<String> HELPFUL = List.of("helpful", "unhelpful");
    private static final String UNANSWERED = "unanswered";
    private static final String SEARCHED = "searched";
    private static final List<Double> SHARES = List.of(0.5, 0.95, 0.99);

    /** What is shown above the charts: the whole span in a few numbers; a gap where nothing can be said. */
    record Whole(long lookups, OptionalDouble unanswered, OptionalDouble slow, OptionalDouble helpful) {}

    /** All charts of a span. */
    record Drawn(List<ChartFigure> figures, Whole whole) {}

    private final Tallies tallies;

    Charts(Tallies tallies) {
        this.tallies = tallies;
    }

    Drawn of(ChartSpan span, Instant now) {
        List<Instant> starts = span.starts(now, tallies.zone());
        Instant since = starts.getFirst();
        Sums channels = new Sums();
        Sums languages = new Sums();
        Sums outcomes = new Sums();
        Sums searches = new Sums();
        for (LookupTally tally : tallies.lookups(span.by().grain(), since)) {
            Instant start = span.by().start(tally.start(), tallies.zone());
            Outcome outcome = Outcome.of(tally.outcome());
            channels.add(start, tally.channel().toLowerCase(Locale.ROOT), tally.lookups());
            languages.add(start, tally.language().toLowerCase(Locale.ROOT), tally.lookups());
            outcomes.add(start, outcome.code(), tally.lookups());
            if (outcome.searched()) {
                searches.add(start, SEARCHED, tally.lookups());
                searches.add(start, UNANSWERED, outcome == Outcome.UNANSWERED ? tally.lookups() : 0);
            }
        }
        Sums feedback = new Sums();
        for (FeedbackTally tally : tallies.feedback(span.by().grain(), since)) {
            Instant start = span.by().start(tally.start(), tallies.zone());
            feedback.add(start, HELPFUL.get(0), tally.helpful());
            feedback.add(start, HELPFUL.get(1), tally.unhelpful());
        }
        Map<Instant, Latencies> latencies = latencies(span, since);
        List<ChartFigure> figures = List.of(
                channels.figure("messages", CHANNELS, starts),
                outcomes.figure("outcomes", Outcome.codes(), starts),
                unanswered(searches, starts),
                times(latencies, starts),
                feedback.figure("feedback", HELPFUL, starts),
                languages.figure("languages", LANGUAGES, starts));
        Latencies all = new Latencies();
        latencies.values().forEach(all::add);
        long helpful = feedback.all(HELPFUL.get(0));
        Whole whole = new Whole(
                CHANNELS.stream().mapToLong(channels::all).sum(),
                share(searches.all(UNANSWERED), searches.all(SEARCHED)),
                all.within(0.95),
                share(helpful, helpful + feedback.all(HELPFUL.get(1))));
        return new Drawn(figures, whole);
    }

    private Map<Instant, Latencies> latencies(ChartSpan span, Instant since) {
        Map<Instant, Latencies> latencies = new HashMap<>();
        tallies.latencies(span.by().grain(), since).forEach((at, some) -> latencies
                .computeIfAbsent(span.by().start(at, tallies.zone()), start -> new Latencies())
                .add(some));
        return latencies;
    }

    private static ChartFigure unanswered(Sums searches, List<Instant> starts) {
        List<Point> points = new ArrayList<>();
        for (Instant start : starts) {
            OptionalDouble share = share(searches.at(start, UNANSWERED), searches.at(start, SEARCHED));
            points.add(new Point(start, List.of(share)));
        }
        return new ChartFigure(UNANSWERED, Unit.SHARE, List.of("share"), points);
    }

    private static ChartFigure times(Map<Instant, Latencies> latencies, List<Instant> starts) {
        List<Point> points = new ArrayList<>();
        for (Instant start : starts) {
            Latencies some = latencies.getOrDefault(start, new Latencies());
            points.add(new Point(start, SHARES.stream().map(some::within).toList()));
        }
        return new ChartFigure("times", Unit.MILLIS, List.of("p50", "p95", "p99"), points);
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
