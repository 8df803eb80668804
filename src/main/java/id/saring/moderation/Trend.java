package id.saring.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How many messages came each day, as bars to be drawn and as numbers to be read, the oldest first. */
record Trend(List<Bar> bars, String numbers) {
    private static final int HEIGHT = 40;
    private static final int STEP = 12;

    /** A bar in a drawing of the height 40, 12 for each. */
    record Bar(int x, int y, int height, long count) {}

    static Trend of(List<Long> counts) {
        long most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        for (long count : counts) {
            int height = count == 0 ? 1 : (int) Math.max(3, Math.round((double) HEIGHT * count / most));
            bars.add(new Bar(bars.size() * STEP, HEIGHT - height, height, count));
        }
        return new Trend(List.copyOf(bars), counts.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    public int width() {
        return bars.size() * STEP;
    }
}
