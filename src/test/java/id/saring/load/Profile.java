package id.saring.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a JVM spends the processor's time, by a flight recording that it writes when it ends. Samples are taken as the
 * processor's time goes by (JEP 509), so that other programs on the machine do not move the shares.
 */
final class Profile {
    private static final int SHOWN = 15;
    private static final String OURS = "id.saring.";
    private static final String SAMPLE = "jdk.CPUTimeSample";

    private final Path file;

    Profile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** What has a JVM record itself. */
    List<String> flags() {
        return List.of(
                "-XX:StartFlightRecording=settings=profile," + SAMPLE + "#enabled=true,dumponexit=true,filename="
                        + file,
                "-XX:FlightRecorderOptions=stackdepth=128");
    }

    /** Prints, of the samples since that time, in whose code they were taken and on behalf of which part of ours. */
    void report(Watch.Lines lines, Instant since) {
        Map<String, Integer> top = new HashMap<>();
        Map<String, Integer> behalf = new HashMap<>();
        Map<String, Integer> methods = new HashMap<>();
        int samples = 0;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                boolean counts = event.getEventType().getName().equals(SAMPLE)
                        && event.getStartTime().isAfter(since) && event.getStackTrace() != null;
                if (counts) {
                    samples++;
                    List<RecordedFrame> frames = event.getStackTrace().getFrames();
                    top.merge(packageOf(frames.getFirst()), 1, Integer::sum);
                    RecordedFrame ours = frames.stream().filter(Profile::isOurs).findFirst().orElse(null);
                    behalf.merge(ours == null ? "none of ours" : packageOf(ours), 1, Integer::sum);
                    methods.merge(ours == null ? "none of ours" : name(ours), 1, Integer::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.say("%d samples of the service while measured", samples);
        say(lines, "code it was in", top, samples);
        say(lines, "on behalf of", behalf, samples);
        say(lines, "on behalf of", methods, samples);
    }

    private static void say(Watch.Lines lines, String title, Map<String, Integer> counts, int samples) {
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(entry -> lines.say("%-15s %5.1f %%  %s", title, 100.0 * entry.getValue() / samples,
                        entry.getKey()));
    }

    private static boolean isOurs(RecordedFrame frame) {
        return frame.getMethod().getType().getName().startsWith(OURS);
    }

    private static String packageOf(RecordedFrame frame) {
        String name = frame.getMethod().getType().getName();
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }
}
