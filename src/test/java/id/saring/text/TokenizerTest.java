package id.saring.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What words a text is cut into, one table for each rule. */
class TokenizerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "vaksin https://example.org/a?b=c palsu | vaksin palsu",
        "lihat www.example.org. Sebarkan        | lihat sebarkan",
        "bit.ly/abc cair                        | cair",
        "pic.twitter.com/AbC123 gempa           | gempa",
        "mail ke a.b+c@example.org ya           | mail ke ya",
        "hubungi [email] atau [phone]           | hubungi atau"
    })
    void addresses_are_no_words(String text, String words) {
        assertThat(indonesian(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "#TolakVaksin     | tolak vaksin",
        "#COVID19         | covid",
        "#HariIniKPKLawan | hari ini kpk lawan",
        "#stay_at_home    | stay at home",
        "@BNPB_Indonesia  | bnpb indonesia",
        "#banjir          | banjir",
        "#5G              | 5g"
    })
    void tags_come_apart(String text, String words) {
        assertThat(indonesian(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "20jt          | 20 juta",
        "rp20jt        | rp 20 juta",
        "Rp1,7jt       | rp 1.7 juta",
        "Rp 150.000,-  | rp 150000",
        "Rp.600.000    | rp 600000",
        "150.000       | 150000",
        "1.500.000     | 1500000",
        "150rb         | 150 ribu",
        "100k          | 100 ribu",
        "Rp5M          | rp 5 miliar",
        "Rp 5 M        | rp 5 miliar",
        "5m            | 5 m",
        "Rp2T          | rp 2 triliun",
        "10 jt         | 10 juta",
        "25kg          | 25 kg",
        "500gr         | 500 gram",
        "500 g         | 500 gram",
        "2 km          | 2 km",
        "5 tahun       | 5 tahun",
        "5th           | 5 tahun",
        "2x            | 2 kali",
        "bayar US$500  | bayar dolar 500",
        "100 rupiah    | 100 rp",
        "P500          | p500",
        "H5N1          | h5n1"
    })
    void amounts_are_spelt_out(String text, String words) {
        assertThat(indonesian(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "5m       | 5 million",
        "$2.5bn   | 2.5 billion",
        "10k      | 10 thousand",
        "5th      | 5",
        "500mg    | 500 mg",
        "5G tower | 5g tower"
    })
    void amounts_are_spelt_out_in_english(String text, String words) {
        assertThat(english(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "9,6           | 9.6",
        "9.6           | 9.6",
        "6.0           | 6.0",
        "3.14          | 3.14",
        "0,125         | 0.125",
        "1.700.000,00  | 1700000",
        "500,00        | 500",
        "5,000         | 5000",
        "10.00         | 10.00",
        "1.500,50      | 1500.50",
        "1,500.50      | 1500.50",
        "1.234         | 1234",
        "10.30         | 10.30",
        "10:30         | 10.30",
        "00.00-03.30   | 00.00 03.30",
        "12.03.2020    | 12 03 2020",
        "12/03/2020    | 12 03 2020",
        "2020-03-12    | 2020 03 12",
        "1,2,3         | 1 2 3",
        "10:30:15      | 10 30 15",
        "2:255         | 2 255",
        "1:1           | 1 1",
        "2018,2019     | 2018 2019",
        "M 7,2.        | m 7.2",
        "jam 10.       | jam 10",
        "versi 10.1.2  | versi 10 1 2",
        "192.168.1.1   | 192 168 1 1",
        "1.000.000.000 | 1000000000",
        "12.345.67     | 12 345 67",
        "50%           | 50 persen",
        "3,5 %         | 3.5 persen",
        "50％           | 50 persen",
        "persen        | persen"
    })
    void numbers_have_one_spelling(String text, String words) {
        assertThat(indonesian(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"50% | 50 percent", "50 per cent | 50 percent", "1,000 | 1000", "99.9% | 99.9 percent"})
    void numbers_have_one_spelling_in_english(String text, String words) {
        assertThat(english(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ibu2        | ibu",
        "ibu-ibu     | ibu",
        "anak2nya    | anak",
        "hati2       | hati hati",
        "bangettt    | sekali",
        "awaaaas     | awas",
        "vaksinn     | vaksin",
        "press       | press",
        "PPP         | ppp",
        "v4ksin      | vaksin",
        "h0aks       | hoaks",
        "1ndonesia   | indonesia",
        "H1N1        | h1n1",
        "G30SPKI     | g30spki"
    })
    void drawn_out_letters_and_digits_for_letters_go(String text, String words) {
        assertThat(indonesian(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "yg sdh divaksin bkn org miskin         | yang sudah divaksin bukan orang miskin",
        "dgn krn utk pd dlm thd                 | dengan karena untuk pada dalam terhadap",
        "skrg bsk kmrn jgn tlg brg              | sekarang besok kemarin jangan tolong barang",
        "gak nggak ndak kagak ga tdk            | tidak tidak tidak tidak tidak tidak",
        "pmrnth blm bs                          | pemerintah belum bisa",
        "faksin paksin vaxin                    | vaksin vaksin vaksin",
        "brita hoak brg mninggal                | hoaks barang meninggal",
        "dmn makasih gausah                     | di mana terima kasih tidak usah",
        "katax orangx                           | katanya orangnya",
        "no hp                                  | nomor ponsel",
        "no 5                                   | nomor 5"
    })
    void slang_is_spelt_out(String text, String words) {
        assertThat(indonesian(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smp", "sma", "as", "no", "co", "ri", "m", "bpk", "km", "buat", "habis", "mati", "kasih",
            "gua", "plg", "cow", "spy", "syur", "slain"})
    void words_with_a_meaning_of_their_own_stay(String word) {
        assertThat(indonesian(word)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kabar dr malaysia            | kabar dari malaysia",
        "kata dr. Tirta               | kata dokter tirta",
        "kata Dr Tirta                | kata dokter tirta",
        "Presiden AS datang           | presiden amerika serikat datang",
        "Presiden RI datang           | presiden indonesia datang",
        "kata WHO kemarin             | kata whorg kemarin"
    })
    void capitals_and_full_stops_tell_names_from_little_words(String text, String words) {
        assertThat(indonesian(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "the US president    | the usa president",
        "U.S. president      | usa president",
        "help us             | help us",
        "WHO says so         | whorg says so",
        "who says so         | who says so",
        "WHO KNOWS THIS      | who knows this"
    })
    void capitals_tell_names_from_little_words_in_english(String text, String words) {
        assertThat(english(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Komisi Pemberantasan Korupsi              | kpk",
        "Badan Gizi Nasional bagi makan bergizi gratis | bgn bagi mbg",
        "PDI-P PDI Perjuangan                      | pdip pdip",
        "Perserikatan Bangsa-Bangsa                | pbb",
        "virus corona COVID-19 ncov korona         | covid covid covid covid",
        "RRC Tiongkok China                        | cina cina cina",
        "Tenaga Kerja Asing                        | tka",
        "dewan perwakilan rakyat daerah            | dprd",
        "dewan perwakilan rakyat                   | dpr",
        "menkes kemenkes                           | menteri kesehatan kementerian kesehatan",
        "jabar sumatra utara                       | jawa barat sumatera utara",
        "ijin resiko apotik jaman propinsi         | izin risiko apotek zaman provinsi",
        "Al-Qur'an sholat Jum'at                   | quran salat jumat",
        "arab saudi, saudi                         | arab saudi arab saudi",
        "komisi pemberantasan                      | komisi pemberantasan"
    })
    void phrases_are_brought_to_one_wording(String text, String words) {
        assertThat(indonesian(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "World Health Organisation          | whorg",
        "the United States of America       | the usa",
        "coronavirus and COVID-19           | covid and covid",
        "vaccination                        | vaccine",
        "rumours in the centre              | rumors in the center"
    })
    void phrases_are_brought_to_one_wording_in_english(String text, String words) {
        assertThat(english(text)).isEqualTo(words);
    }

    @Test
    void a_phrase_does_not_reach_over_the_end_of_a_sentence() {
        assertThat(indonesian("amankan komisi. Pemberantasan korupsi"))
                .isEqualTo("amankan komisi pemberantasan korupsi");
        assertThat(indonesian("partai amanat. nasional")).isEqualTo("partai amanat nasional");
    }

    @Test
    void a_phrase_takes_the_place_of_its_first_word() {
        List<Token> tokens = Tokenizer.tokens("Ini benar. Kata Joko Widodo kemarin.");
        assertThat(tokens).contains(new Token("jokowi", true, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Kemarin Budi pergi     | budi",
        "kata Ibu Risma         | ibu risma",
        "kata dr. Tirta         | tirta",
        "kata Dr. Tirta         | dokter tirta",
        "Rumah. Sakit           | ''",
        "'satu\nDua'            | ''",
        "'di #JakartaBanjir'    | jakarta banjir"
    })
    void names_are_capitalised_and_not_first(String text, String names) {
        List<String> found = Tokenizer.cut(text).stream().filter(Token::name).map(Token::word).toList();
        assertThat(String.join(" ", found)).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "satu dua. tiga | 0 0 1",
        "satu! dua? tiga… | 0 1 2",
        "satu.dua | 0 0",
        "dr. Tirta bicara. Lalu | 0 0 0 1",
        "Rp. 500 saja | 0 0 0",
        "gempa 9.6 besar | 0 0 0",
        "'satu\n\ndua' | 0 1"
    })
    void sentences_are_counted(String text, String sentences) {
        String counted = String.join(
                " ", Tokenizer.cut(text).stream().map(token -> Integer.toString(token.sentence())).toList());
        assertThat(counted).isEqualTo(sentences);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Jum'at       | jumat",
        "Qur’an       | quran",
        "don't        | dont",
        "Jakarta's    | jakarta",
        "'kutip'      | kutip"
    })
    void apostrophes_go(String text, String words) {
        assertThat(String.join(" ", Tokenizer.cut(text).stream().map(Token::word).toList())).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "🙏🙏", "...", "5️⃣", "%", "'", "​"})
    void nothing_to_read_gives_no_words_of_letters(String text) {
        assertThat(Tokenizer.tokens(text)).allMatch(Token::isNumber);
    }

    @Test
    void long_messages_are_read_quickly() {
        String forward =
                "Kata dr. Tirta, vaksin covid-19 dari RRC harganya Rp1,7jt utk yg blm dpt!!! Cek bit.ly/abc #TolakVaksin 🙏 ";
        String text = forward.repeat(20_000 / forward.length());
        Tokenizer.tokens(text);
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 10; i++) {
                Tokenizer.tokens(text);
            }
        });
        for (String hostile : List.of("a.".repeat(10_000), "1,".repeat(10_000), "@a".repeat(10_000), "A".repeat(20_000),
                "''".repeat(10_000))) {
            Assertions.assertTimeout(Duration.ofSeconds(2), () -> Tokenizer.tokens(hostile));
        }
    }

    private static String indonesian(String text) {
        return spell(text, TextLanguage.INDONESIAN);
    }

    private static String english(String text) {
        return spell(text, TextLanguage.ENGLISH);
    }

    private static String spell(String text, TextLanguage language) {
        return String.join(" ", Tokenizer.spellOut(Tokenizer.cut(text), language).stream().map(Token::word).toList());
    }
}
