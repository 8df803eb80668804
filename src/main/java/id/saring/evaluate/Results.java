package id.saring.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes answers as tab-separated lines, one for each of the best claims of a message. */
final class Results {
    private Results() {}

    static void write(List<Answer> answers, Path out) {
        List<String> lines = new ArrayList<>();
        lines.add("query_id\trank\tclaim_id\tscore\toutcome");
        for (Answer answer : answers) {
            if (answer.ranked().isEmpty()) {
                lines.add("%s\t1\t-\t0\t%s".formatted(answer.message().id(), answer.outcome()));
            }
            for (int i = 0; i < answer.ranked().size(); i++) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s\t%d\t%s\t%.6f\t%s",
                        answer.message().id(),
                        i + 1,
                        answer.ranked().get(i),
                        answer.scores().get(i),
                        answer.outcome()));
            }
        }
        try {
            if (out.getParent() != null) {
                Files.createDirectories(out.getParent());
            }
            Files.write(out, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + out, e);
        }
    }
}
