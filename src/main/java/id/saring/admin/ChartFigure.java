package id.saring.admin;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * One chart and its table: a value of each series for each hour, day or week.
 *
 * @param key    its words are {@code charts.<key>} of the messages
 * @param unit   {@code count}, {@code share} (0 to 1) or {@code millis}
 * @param series what is drawn; words are {@code charts.<key>.<series>}
 * @param points the oldest first
 */
record ChartFigure(String key, Unit unit, List<String> series, List<Point> points) {
    /** What is counted. */
    enum Unit {
        COUNT,
        SHARE,
        MILLIS
    }

    /** The values at one hour, day or week, in the order of the series; a gap where nothing can be said. */
    record Point(Instant start, List<OptionalDouble> values) {
        public ZonedDateTime at(ZoneId zone) {
            return start.atZone(zone);
        }
    }

    ChartFigure {
        series = List.copyOf(series);
        points = List.copyOf(points);
    }

    /** Where nothing was counted, nothing is drawn. */
    public boolean empty() {
        return points.stream()
                .flatMap(point -> point.values().stream())
                .allMatch(value -> value.isEmpty() || (unit == Unit.COUNT && value.getAsDouble() == 0));
    }

    public List<Point> latestFirst() {
        return points.reversed();
    }

    /** A value for people. */
    public String shown(OptionalDouble value, java.util.Locale locale) {
        if (value.isEmpty()) {
            return "–";
        }
        NumberFormat format = unit == Unit.SHARE
                ? NumberFormat.getPercentInstance(locale)
                : NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(unit == Unit.COUNT || value.getAsDouble() >= 100 ? 0 : 1);
        return format.format(value.getAsDouble());
    }

    /** A value for the drawing; empty for a gap. */
    public String drawn(OptionalDouble value) {
        return value.isEmpty() ? "" : Double.toString(value.getAsDouble());
    }

    /** Sums of things that happened, by when they did. */
    static final class Sums {
        private final Map<Instant, Map<String, Long>> sums = new HashMap<>();
        private final Set<String> names = new TreeSet<>();

        void add(Instant start, String series, long count) {
            names.add(series);
            sums.computeIfAbsent(start, at -> new LinkedHashMap<>()).merge(series, count, Long::sum);
        }

        long at(Instant start, String series) {
            return sums.getOrDefault(start, Map.of()).getOrDefault(series, 0L);
        }

        long all(String series) {
            return sums.values().stream().mapToLong(at -> at.getOrDefault(series, 0L)).sum();
        }

        ChartFigure figure(String key, List<String> series, List<Instant> starts) {
            List<Point> points = new ArrayList<>();
            for (Instant start : starts) {
                points.add(new Point(
                        start, series.stream().map(name -> OptionalDouble.of(at(start, name))).toList()));
            }
            return new ChartFigure(key, Unit.COUNT, series, points);
        }
    }
}
