package id.saring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts of the whole server that must fail, and what they say then. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {
    @TempDir
    private Path dir;

    private ConfigurableApplicationContext start(String... settings) {
        Stream<String> ground = Stream.of("--server.port=0", "--saring.data-dir=" + dir,
                "--saring.sample-claims=false");
        return new SpringApplicationBuilder(Saring.class)
                .run(Stream.concat(ground, Stream.of(settings)).toArray(String[]::new));
    }

    @Test
    void a_database_out_of_reach_is_told_in_one_sentence_without_the_password(CapturedOutput output) {
        assertThatThrownBy(() -> start(
                        "--saring.database.url=jdbc:postgresql://localhost:1/saring",
                        "--saring.database.user=saring",
                        "--saring.database.password=rahasia"))
                .isInstanceOf(RuntimeException.class);
        assertThat(output.getAll())
                .contains("PostgreSQL at localhost:1/saring cannot be reached: ")
                .contains("Check SARING_DATABASE_URL")
                .doesNotContain("rahasia", "\tat ");
    }

    @Test
    void a_store_made_with_another_secret_is_not_served_from(CapturedOutput output) {
        start("--saring.secret=the first secret of all").close();
        assertThatThrownBy(() -> start("--saring.secret=quite another secret")).isInstanceOf(RuntimeException.class);
        assertThat(output.getAll())
                .contains("This store was made with another secret")
                .doesNotContain("quite another", "\tat ");
        start("--saring.secret=the first secret of all").close();
    }

    @Test
    void a_model_that_cannot_be_used_is_told_in_one_sentence(CapturedOutput output) throws IOException {
        Path model = Files.writeString(dir.resolve("model.txt"), "decide NONE 1 1 1\n");
        assertThatThrownBy(() -> start("--saring.match.model=" + model)).isInstanceOf(RuntimeException.class);
        assertThat(output.getAll())
                .contains("The match model " + model + " cannot be used: line 1: ")
                .contains("this program measures nothing called \"NONE\"")
                .contains("Correct SARING_MATCH_MODEL")
                .doesNotContain("\tat ");
    }
}
