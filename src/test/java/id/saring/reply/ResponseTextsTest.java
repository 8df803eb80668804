package id.saring.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.queue.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a newsroom can do to {@code responses/}, right and wrong. */
class ResponseTextsTest {
    private static final Path ORIGINAL = Path.of("responses");

    @TempDir
    private Path dir;

    private final SettableClock clock = new SettableClock();

    @BeforeEach
    void copyTheOriginal() throws IOException {
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = dir.resolve(ORIGINAL.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void the_languages_have_the_same_files() {
        assertThat(names(ORIGINAL.resolve("en"))).isEqualTo(names(ORIGINAL.resolve("id")));
        assertThat(names(ORIGINAL.resolve("id"))).hasSize(ReplyFile.values().length + 1);
    }

    @ParameterizedTest
    @EnumSource
    void the_languages_use_the_same_placeholders(ReplyFile file) {
        ResponseTexts texts = ResponseTexts.read(new ResponseFiles.Folder(ORIGINAL));

        assertThat(texts.template(file, Language.EN).names()).isEqualTo(texts.template(file, Language.ID).names());
    }

    @Test
    void the_readme_explains_every_file_placeholder_and_label() {
        String readme = read(ORIGINAL.resolve("README.md"));
        ResponseCheck check = new ResponseCheck(ResponseTexts.read(new ResponseFiles.Folder(ORIGINAL)));

        check.placeholders().forEach((file, names) -> {
            String name = file.path(Language.ID).substring(3);
            String line = readme.lines().filter(l -> l.contains("`" + name + "`")).findFirst().orElse("");
            Set<String> explained = Arrays.stream(line.split("[`\\s]+")).collect(Collectors.toSet());
            assertThat(explained).as(name).isNotEmpty().containsAll(names);
        });
    }

    private record Broken(String name, String file, String text, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Broken> brokenFiles() {
        String labels = read(ORIGINAL.resolve("id/labels.properties"));
        String verdict = read(ORIGINAL.resolve("en/verdict.txt"));
        return List.of(
                new Broken("empty", "id/help.txt", " \n", "responses/id/help.txt is empty"),
                new Broken("unknown placeholder", "id/help.txt", "Halo {{nama}}",
                        "responses/id/help.txt has an unknown placeholder {{nama}}"),
                new Broken("unknown placeholder where no claim brings it up", "id/latest.txt",
                        "{{#choices}}{{number}} {{claim}}{{/choices}}{{^choices}}{{nihil}}{{/choices}}",
                        "responses/id/latest.txt has an unknown placeholder {{nihil}}"),
                new Broken("reaching into Java", "id/help.txt", "{{class}}",
                        "responses/id/help.txt has an unknown placeholder {{class}}"),
                new Broken("partial", "id/help.txt", "{{>other}}",
                        "responses/id/help.txt has an unknown placeholder {{> other}}"),
                new Broken("placeholder of another text", "en/verdict.txt", verdict + "{{number}}",
                        "responses/en/verdict.txt has an unknown placeholder {{number}}"),
                new Broken("row's placeholder outside its section", "en/verdict.txt", verdict + "{{title}}",
                        "responses/en/verdict.txt cannot be filled in: No method or field with name 'title'"),
                new Broken("section not closed", "en/verdict.txt", verdict + "{{#summary}}",
                        "responses/en/verdict.txt has a placeholder or section that is not closed: "),
                new Broken("placeholder not closed", "id/help.txt", "Halo {{claim",
                        "responses/id/help.txt has a placeholder that is not closed"),
                new Broken("placeholder without its first brace", "id/help.txt", "Halo {claim}}",
                        "responses/id/help.txt has a placeholder that is not closed"),
                new Broken("bold not closed", "id/help.txt", "Halo *semua\nya",
                        "responses/id/help.txt opens * at “*semua” and does not close it in that line"),
                new Broken("link not closed", "id/help.txt", "[di sini](https://example.org",
                        "responses/id/help.txt opens […]( at “[di sini](https://example.org” and does not close it"),
                new Broken("link to nowhere", "id/help.txt", "[di sini](example.org)",
                        "responses/id/help.txt has a link that does not begin with https:// at “[di sini](example.org)”"),
                new Broken("markup not closed only around an absent value", "en/verdict.txt",
                        verdict + "{{^summary}}*no reason{{/summary}}",
                        "responses/en/verdict.txt opens * at “*no reason” and does not close it in that line"),
                new Broken("answer without the claim", "en/verdict.txt", verdict.replace("{{claim}}", "it"),
                        "responses/en/verdict.txt does not show {{claim}}"),
                new Broken("answer without its sources", "id/denial.txt", "{{verdict}} {{claim}}",
                        "responses/id/denial.txt does not show {{sources}}"),
                new Broken("too long for WhatsApp", "en/verdict.txt", verdict + "word ".repeat(120),
                        "responses/en/verdict.txt is too long for WHATSAPP: with a long claim it takes "),
                new Broken("too long for Telegram", "id/help.txt", "kata ".repeat(900),
                        "responses/id/help.txt is too long for TELEGRAM: with a long claim it takes 4499 characters where 4096"),
                new Broken("private-use character", "id/help.txt", "Halo \uE000",
                        "responses/id/help.txt contains a private-use character"),
                new Broken("unknown label", "id/labels.properties", labels + "\nbutton.helpfull=Ya",
                        "responses/id/labels.properties has an unknown label button.helpfull"),
                new Broken("missing label", "id/labels.properties", labels.replace("verdict.SATIRE=", "#"),
                        "responses/id/labels.properties lacks the label verdict.SATIRE"),
                new Broken("empty label", "id/labels.properties", labels.replace("Bukan ini", ""),
                        "responses/id/labels.properties has an empty label button.not_this"),
                new Broken("button too long", "id/labels.properties",
                labels.replace("Bukan ini", "Bukan yang ini, tolong"),
                        "responses/id/labels.properties has a label button.not_this of 22 characters where 20 fit"));
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void a_start_with_a_wrong_file_fails_with_its_name_and_the_reason(Broken broken) {
        write(broken.file(), broken.text());

        assertThatThrownBy(() -> Replies.load(dir, clock))
                .isInstanceOf(ResponsesException.class)
                .hasMessageStartingWith(broken.message());
    }

    @Test
    void a_start_without_a_file_fails() throws IOException {
        Files.delete(dir.resolve("en/thanks.txt"));

        assertThatThrownBy(() -> Replies.load(dir, clock)).hasMessage("responses/en/thanks.txt is missing");
    }

    @Test
    void a_start_with_a_chosen_folder_that_is_missing_fails_with_one_sentence() {
        Path missing = dir.resolve("no-such-folder");
        SpringApplication start = new SpringApplication(ReplyConfiguration.class, ClockOfTest.class);
        start.setWebApplicationType(WebApplicationType.NONE);

        assertThatThrownBy(() -> start.run("--saring.responses.dir=" + missing)).satisfies(failure -> {
            FailureAnalysis analysis = new ResponsesFailureAnalyzer().analyze(failure);
            assertThat(analysis).isNotNull();
            assertThat(analysis.getDescription())
                    .isEqualTo("SARING_RESPONSES_DIR names the folder " + missing + ", which does not exist");
            assertThat(analysis.getAction()).contains("folder");
        });
    }

    @Test
    void only_the_default_folder_may_be_missing() throws IOException {
        ReplySettings standard = new ReplySettings("./responses");

        assertThat(standard.packed(dir)).isTrue();
        assertThat(new ReplySettings("").packed(dir)).isTrue();
        assertThat(new ReplySettings("no-such-folder").packed(dir)).isFalse();
        Files.createDirectory(dir.resolve("responses"));
        assertThat(standard.packed(dir)).isFalse();
    }

    @Configuration(proxyBeanMethods = false)
    static class ClockOfTest {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Test
    void a_start_with_a_file_in_another_encoding_fails() throws IOException {
        Files.write(dir.resolve("id/thanks.txt"), "Terima kasih…".getBytes("windows-1252"));

        assertThatThrownBy(() -> Replies.load(dir, clock)).hasMessage("responses/id/thanks.txt is not saved as UTF-8");
    }

    @Test
    void a_failed_start_is_told_in_one_sentence_instead_of_a_stack_trace() {
        var analysis = new ResponsesFailureAnalyzer()
                .analyze(new IllegalStateException(new ResponsesException("id/help.txt", "is empty")));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("responses/id/help.txt is empty");
    }

    @Test
    void files_saved_by_a_windows_editor_read_the_same() {
        write("id/thanks.txt", "\uFEFFTerima kasih!\r\nSampai nanti.\r\n");

        assertThat(thanks(Replies.load(dir, clock))).isEqualTo("Terima kasih!\nSampai nanti.");
    }

    @Test
    void a_changed_file_is_in_use_a_second_later() {
        Replies replies = Replies.load(dir, clock);
        write("id/thanks.txt", "Makasih banyak!");

        assertThat(thanks(replies)).startsWith("Terima kasih!");
        clock.advance(Duration.ofSeconds(1));
        assertThat(thanks(replies)).isEqualTo("Makasih banyak!");
    }

    @Test
    void a_change_of_the_same_length_is_seen_by_its_time() throws IOException {
        Replies replies = Replies.load(dir, clock);
        Path file = dir.resolve("id/thanks.txt");
        write("id/thanks.txt", read(file).replace("Terima", "Tarima"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        clock.advance(Duration.ofSeconds(1));

        assertThat(thanks(replies)).startsWith("Tarima");
    }

    @Test
    void a_wrong_change_keeps_the_words_from_before_until_it_is_mended() {
        Replies replies = Replies.load(dir, clock);
        write("id/thanks.txt", "Makasih *banyak");
        clock.advance(Duration.ofSeconds(1));
        assertThat(thanks(replies)).startsWith("Terima kasih!");

        write("id/thanks.txt", "Makasih *banyak*");
        clock.advance(Duration.ofSeconds(1));
        assertThat(thanks(replies)).isEqualTo("Makasih banyak");
    }

    @Test
    void a_folder_that_disappears_keeps_the_words_from_before() throws IOException {
        Replies replies = Replies.load(dir, clock);
        Files.delete(dir.resolve("id/thanks.txt"));
        clock.advance(Duration.ofSeconds(1));

        assertThat(thanks(replies)).startsWith("Terima kasih!");
    }

    private static String thanks(Replies replies) {
        return replies.render(new Reply.ThanksForFeedback(), Language.ID, Channel.WEB).text().plainText();
    }

    private void write(String file, String text) {
        try {
            Files.writeString(dir.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
