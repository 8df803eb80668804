package id.saring.load;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Programs of the machine, which may be missing. */
final class Programs {
    private Programs() {}

    /** Whether a program runs to a good end. */
    static boolean run(List<String> prefix, String... command) {
        try {
            List<String> line = Stream.concat(prefix.stream(), Stream.of(command)).toList();
            return new ProcessBuilder(line).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
