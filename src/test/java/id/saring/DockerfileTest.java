package id.saring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the docs promise of the container, held against the words of the Dockerfile; no Docker is needed. */
class DockerfileTest {
    /** Of the stage that is shipped, each with the lines it goes on in. */
    private final List<String> instructions = new ArrayList<>();

    @BeforeEach
    void read() throws IOException {
        StringBuilder whole = new StringBuilder();
        for (String line : Files.readAllLines(Path.of("Dockerfile"))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            whole.append(line.replaceFirst("\\\\$", " "));
            if (!line.endsWith("\\")) {
                if (whole.toString().startsWith("FROM ")) {
                    instructions.clear();
                }
                instructions.add(whole.toString());
                whole.setLength(0);
            }
        }
    }

    private List<String> all(String name) {
        return instructions.stream().filter(one -> one.startsWith(name + " "))
                .map(one -> one.substring(name.length()).strip()).toList();
    }

    @Test
    void it_runs_as_somebody_who_is_not_root_and_owns_nothing_of_the_program() {
        assertThat(all("USER")).singleElement().asString().matches("[1-9][0-9]{3,}");
        int user = instructions.indexOf("USER " + all("USER").getFirst());
        assertThat(instructions.subList(user, instructions.size()))
                .as("nothing is made or copied in by the user who runs it")
                .noneMatch(one -> one.matches("(RUN|COPY|ADD) .*"));
        assertThat(all("COPY")).noneMatch(copy -> copy.contains("--chown"));
        assertThat(all("RUN")).noneMatch(run -> run.contains("chmod") || run.matches(".*chown \\S+ (?!/data$).*"));
    }

    @Test
    void it_writes_to_its_data_only_so_that_all_else_may_be_read_only() {
        assertThat(all("VOLUME")).containsExactly("/data");
        assertThat(all("ENV")).containsExactly("SARING_DATA_DIR=/data");
        assertThat(String.join("\n", all("RUN")))
                .as("no library is unpacked at run time").contains("-Dorg.sqlite.lib.path=/app/native");
        assertThat(Path.of("docs/running.md")).content().contains("--read-only", "--tmpfs /tmp");
    }

    @Test
    void it_says_whether_it_can_answer() {
        assertThat(all("HEALTHCHECK")).singleElement().asString()
                .contains("/actuator/health/readiness", "--interval=", "--timeout=", "${SERVER_PORT:-8080}")
                .doesNotContain("curl", "wget");
        assertThat(all("ENTRYPOINT")).as("no shell stands between the signal to stop and the program").singleElement()
                .asString().startsWith("[\"java\"");
    }

    @Test
    void no_secret_is_in_it() throws IOException {
        assertThat(instructions).noneMatch(one -> one.matches("(?is)(ENV|ARG|RUN) .*(secret|token|password)\\S*=.*"));
        assertThat(all("ARG")).isEmpty();
        assertThat(all("ADD")).isEmpty();
        List<String> context = Files.readAllLines(Path.of(".dockerignore"));
        assertThat(context.getFirst()).as("only what is named reaches the build").isEqualTo("*");
        assertThat(context.subList(1, context.size())).containsExactly("!pom.xml", "!src", "!responses", "src/test");
    }
}
