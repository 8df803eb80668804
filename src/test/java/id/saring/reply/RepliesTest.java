package id.saring.reply;

import static id.saring.core.Channel.TELEGRAM;
import static id.saring.core.Channel.WEB;
import static id.saring.core.Channel.WHATSAPP;
import static id.saring.core.Language.EN;
import static id.saring.core.Language.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.chat.Button;
import id.saring.chat.RichText;
import id.saring.chat.RichText.Bold;
import id.saring.chat.RichText.Italic;
import id.saring.chat.RichText.Link;
import id.saring.chat.RichText.Plain;
import id.saring.claim.Claim;
import id.saring.claim.ClaimState;
import id.saring.claim.Source;
import id.saring.core.Channel;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of this repository, rendered. */
class RepliesTest {
    private static final String FAMILY = "👨‍👩‍👧‍👦";

    private final Replies replies = Replies.load(Path.of("responses"), Clock.systemUTC());

    @Test
    void a_verdict_comes_with_the_claim_its_reason_date_and_sources() {
        Claim claim = TestClaims.claim("Bawang putih menyembuhkan flu", "Tidak ada penelitian yang mendukung.",
                List.of(TestClaims.SOURCE, new Source("WHO", "https://example.com/who", null)));

        RenderedReply reply = replies.render(new Reply.Answer(claim, List.of(new ClaimId(9))), ID, TELEGRAM);

        assertThat(reply.text().spans())
                .containsExactly(
                        new Bold("❌ SALAH"),
                        new Plain("\n\nKlaim yang sudah diperiksa:\n"),
                        new Italic("“Bawang putih menyembuhkan flu”"),
                        new Plain("\n\nTidak ada penelitian yang mendukung.\n\nSebaiknya jangan diteruskan, ya.\n\n"
                                + "Diperiksa 12 Maret 2020 oleh Redaksi Contoh\nSumber:\n• "),
                        new Link("Cek Fakta: bawang putih", "https://example.org/bawang"),
                        new Plain("\n• "),
                        new Link("WHO", "https://example.com/who"));
        assertThat(reply.buttons()).containsExactly(
                new Button("👍 Membantu", "1idh7.3"), new Button("Bukan ini", "1idn7.3.9"));
        assertThat(reply.verdict()).isEqualTo(Verdict.FALSE);
        assertThat(reply.previewUrl()).isEqualTo("https://example.org/bawang");
    }

    @Test
    void what_a_claim_lacks_leaves_no_hole() {
        Claim claim = TestClaims.claim(1, "Garlic cures the flu", Verdict.TRUE, null, List.of());

        RenderedReply reply = replies.render(new Reply.Answer(claim, List.of()), EN, WEB);

        assertThat(reply.text().plainText())
                .isEqualTo("✅ TRUE\n\nThe claim that was checked:\n“Garlic cures the flu”\n\n"
                        + "Checked on 12 March 2020 by Redaksi Contoh");
        assertThat(reply.previewUrl()).isNull();
    }

    @Test
    void a_denial_is_told_that_it_is_right() {
        Claim claim = TestClaims.claim("Bawang putih menyembuhkan flu", null, List.of(TestClaims.SOURCE));

        String text = replies.render(new Reply.Denial(claim, List.of(), true), ID, TELEGRAM).text().plainText();

        assertThat(text).startsWith("Benar, pesan itu bantahan.")
                .contains("Klaim yang dibantah:\n“Bawang putih menyembuhkan flu”", "klaim itu: ❌ SALAH");
    }

    @Test
    void a_message_that_may_deny_or_spread_a_claim_hears_of_the_claim_what_fits_both() {
        Claim claim = TestClaims.claim("Bawang putih menyembuhkan flu", null, List.of(TestClaims.SOURCE));

        String text = replies.render(new Reply.Denial(claim, List.of(), false), ID, TELEGRAM).text().plainText();

        assertThat(text)
                .startsWith("Pesan itu menyinggung klaim ini:\n“Bawang putih menyembuhkan flu”")
                .contains("Hasil pemeriksaan klaim itu: ❌ SALAH");
    }

    @Test
    void choices_are_numbered_in_the_text_and_on_the_buttons() {
        List<Claim> claims = List.of(
                TestClaims.claim(1, "Bawang putih menyembuhkan flu dan batuk", Verdict.FALSE, null, List.of()),
                TestClaims.claim(2, "Air panas membunuh virus", Verdict.FALSE, null, List.of()));

        RenderedReply reply = replies.render(new Reply.Choices(claims), ID, WHATSAPP);

        assertThat(reply.text().plainText())
                .startsWith("Mungkin maksudnya salah satu dari ini?\n\n1. Bawang putih menyembuhkan flu dan batuk\n"
                        + "2. Air panas membunuh virus\n\n");
        assertThat(reply.buttons()).containsExactly(
                new Button("1. Bawang putih…", "1idc1.2"),
                new Button("2. Air panas…", "1idc2.1"),
                new Button("Tidak ada yang pas", "1idx"));
        assertThat(reply.verdict()).isNull();
    }

    @Test
    void a_single_choice_is_asked_about_in_the_singular() {
        Claim claim = TestClaims.claim("Air panas membunuh virus", null, List.of());

        assertThat(replies.render(new Reply.Choices(List.of(claim)), ID, WEB).text().plainText())
                .startsWith("Apakah maksudnya yang ini?\n\n1. Air panas");
    }

    @Test
    void a_list_of_a_subject_names_the_verdicts() {
        Claim claim = TestClaims.claim("Air panas membunuh virus", null, List.of());

        RenderedReply reply = replies.render(new Reply.Subject(List.of(claim)), EN, WEB);

        assertThat(reply.text().plainText()).contains("1. ❌ FALSE: Air panas membunuh virus");
        assertThat(reply.buttons()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "*tebal* dan _miring_", "[x](https://example.net)", "{{x}} {{#sources}} {{{y}}}", "<b>x</b> &amp; \\* \\",
        "satu * dua _ tiga [ empat ]( lima", "\uE000\uE001 isi", "akhir*", "_", "```x``` ~y~"
    })
    void what_a_claim_says_is_never_read_as_markup(String text) {
        Claim claim = TestClaims.claim(text, text, List.of(new Source(text, "https://example.org/a_b_c", text)));

        RenderedReply answer = replies.render(new Reply.Answer(claim, List.of()), ID, WHATSAPP);

        assertThat(answer.text().spans())
                .contains(new Italic("“" + text + "”"), new Link(text, "https://example.org/a_b_c"));
        assertThat(answer.text().plainText()).contains("\n\n" + text + "\n\n");
        assertThat(replies.render(new Reply.Subject(List.of(claim)), ID, WEB).text().plainText()).contains(": " + text);
    }

    @ParameterizedTest
    @EnumSource
    void every_reply_fits_its_channel_whatever_the_claim(Channel channel) {
        for (Language language : Language.values()) {
            for (Reply reply : SampleReplies.all()) {
                assertFits(replies.render(reply, language, channel), channel);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_long_claim_is_cut_between_characters_and_keeps_its_sources(Channel channel) {
        List<Source> sources = IntStream.range(0, 3)
                .mapToObj(i -> new Source((FAMILY + " e\u0301").repeat(100), "https://example.org/" + i, null))
                .toList();
        for (int shift = 0; shift < 12; shift++) {
            Claim claim = TestClaims.claim("a".repeat(shift) + FAMILY.repeat(400), FAMILY.repeat(400), sources);

            RenderedReply reply = replies.render(new Reply.Answer(claim, List.of()), ID, channel);

            assertFits(reply, channel);
            assertThat(reply.text().spans()).filteredOn(Link.class::isInstance).hasSize(3);
            assertThat(reply.text().plainText()).contains(FAMILY + "…", "12 Maret 2020");
            assertWholeCharacters(reply);
        }
    }

    @Test
    void as_much_of_a_long_claim_as_fits_is_shown() {
        Claim claim = TestClaims.claim("kata ".repeat(80), "alasan ".repeat(60), List.of(TestClaims.SOURCE));

        RichText text = replies.render(new Reply.Answer(claim, List.of()), ID, WHATSAPP).text();

        assertThat(Limits.length(text, WHATSAPP)).isBetween(960, 1024);
    }

    @Test
    void a_source_longer_than_a_message_with_buttons_costs_the_buttons() {
        Source huge = new Source("Sumber", "https://example.org/" + "x".repeat(1500), null);
        Claim claim = TestClaims.claim("Air panas", "Tidak.", List.of(huge));

        RenderedReply reply = replies.render(new Reply.Answer(claim, List.of()), ID, WHATSAPP);

        assertThat(reply.buttons()).isEmpty();
        assertThat(reply.text().spans()).contains(new Link("Sumber", huge.url()));
        assertFits(reply, WHATSAPP);
    }

    @Test
    void a_source_longer_than_any_message_costs_the_link() {
        Source huge = new Source("Sumber", "https://example.org/" + "x".repeat(9000), null);
        Claim claim = TestClaims.claim("Air panas", "Tidak.", List.of(huge));

        assertFits(replies.render(new Reply.Answer(claim, List.of()), ID, WHATSAPP), WHATSAPP);
    }

    @Test
    void text_that_turns_the_reading_direction_or_breaks_lines_is_tidied() {
        Claim claim = TestClaims.claim("Air\u202E panas\n\n*membunuh*\u0007 virus \uD83D", null, List.of());

        assertThat(replies.render(new Reply.Answer(claim, List.of()), ID, WEB).text().plainText())
                .contains("“Air panas *membunuh* virus”");
    }

    @Test
    void a_claim_that_is_not_published_cannot_be_told() {
        Claim published = TestClaims.claim("Air panas", null, List.of());
        Claim withdrawn = new Claim(published.id(), published.key(), published.content(), ClaimState.WITHDRAWN, 4,
                published.createdAt(), published.updatedAt());

        assertThatThrownBy(() -> new Reply.Answer(withdrawn, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reply.Latest(List.of(withdrawn))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_packed_texts_are_those_of_the_folder() {
        Replies packed = Replies.packed(Clock.systemUTC());

        for (Language language : Language.values()) {
            assertThat(packed.render(new Reply.Welcome(), language, WEB))
                    .isEqualTo(replies.render(new Reply.Welcome(), language, WEB));
        }
    }

    @Test
    void nothing_depends_on_the_machines_own_language() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            a_verdict_comes_with_the_claim_its_reason_date_and_sources();
            assertThat(Replies.load(Path.of("responses"), Clock.systemUTC()).label(Verdict.MISLEADING, ID))
                    .isEqualTo("⚠️ MENYESATKAN");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void assertFits(RenderedReply reply, Channel channel) {
        Limits limits = Limits.of(channel);
        assertThat(Limits.length(reply.text(), channel))
                .isPositive()
                .isLessThanOrEqualTo(reply.buttons().isEmpty() ? limits.text() : limits.interactive());
        assertThat(reply.buttons()).hasSizeLessThanOrEqualTo(10)
                .allSatisfy(button -> assertThat(button.label().length())
                .isLessThanOrEqualTo(Limits.label(channel, reply.buttons().size())));
        assertThat(reply.buttons()).extracting(Button::label).doesNotHaveDuplicates();
    }

    /** Families are whole: cut elsewhere, a joiner or half a pair would stand before the ellipsis. */
    private static void assertWholeCharacters(RenderedReply reply) {
        String text = reply.text().plainText();
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        List<String> seen = new ArrayList<>();
        for (int from = 0, to = characters.next(); to != BreakIterator.DONE; from = to, to = characters.next()) {
            String character = text.substring(from, to);
            if (character.length() > 2) {
                seen.add(character);
            }
        }
        assertThat(seen).isNotEmpty().containsOnly(FAMILY);
    }
}
