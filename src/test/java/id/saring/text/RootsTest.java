package id.saring.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RootsTest {
    @ParameterizedTest
    @CsvSource({
        "kirim, 'kirim mengirim mengirimkan pengiriman dikirim kiriman ngirim terkirim'",
        "tangkap, 'menangkap penangkapan ditangkap tertangkap nangkap'",
        "pukul, 'memukul pemukulan dipukul'",
        "sebar, 'menyebarkan penyebaran tersebar nyebar'",
        "nikah, 'menikah pernikahan dinikahi'",
        "makan, 'makan makanan memakan dimakan'",
        "masak, 'memasak masakan pemasak'",
        "pakai, 'pakai memakai dipakai pemakaian pakaian'",
        "racun, 'beracun keracunan meracuni'",
        "kerja, 'bekerja pekerja pekerjaan'",
        "ajar, 'belajar pelajar pelajaran mengajar'",
        "bom, 'mengebom pengeboman dibom'",
        "maju, 'memajukan kemajuan'",
        "naik, 'menaikkan kenaikan'",
        "beri, 'memberikan berikan pemberian'",
        "tanya, 'dipertanyakannya pertanyaan bertanya'"
    })
    void all_words_made_of_a_root_have_it_as_their_stem(String root, String words) {
        assertThat(words.split(" ")).allSatisfy(word ->
                assertThat(TextLanguage.INDONESIAN.stem(word)).as(word).isEqualTo(root));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "terbang", "perang", "berita", "sekolah", "kediri", "bekasi", "nilai", "pemerintah", "badai", "beruang",
        "ninja", "perawan", "sekarang", "pesisir"
    })
    void what_only_looks_made_of_another_stays_whole(String word) {
        assertThat(TextLanguage.INDONESIAN.stem(word)).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "me", "ng", "pe", "di", "megawati", "facebook", "kirimkirimkirimkirimkirimkan", "terrr", "menggg"})
    void of_other_words_no_root_is_known(String word) {
        assertThat(Roots.of(word)).isEmpty();
    }

    @Test
    void names_are_not_taken_for_words_made_of_a_root() {
        List<String> names = WordList.lines("names.txt").stream()
                .filter(line -> !line.startsWith("class "))
                .flatMap(line -> Arrays.stream(line.split("[,=]")))
                .map(String::strip)
                .filter(name -> name.matches("[a-z]+"))
                .toList();
        assertThat(names).hasSizeGreaterThan(300);
        assertThat(names.stream().filter(name -> !Roots.of(name).orElse(name).equals(name)))
                .as("these are made of one")
                .containsExactlyInAnyOrder(
                        "pakistani", "iranian", "kisaran", "penanggungan", "pegadaian", "kemandulan");
    }

    @Test
    void the_list_holds_each_root_once() {
        List<String> roots = WordList.lines("roots_id.txt").stream()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .toList();
        assertThat(roots).doesNotHaveDuplicates().allMatch(root -> root.matches("[a-z]{3,}"));
    }
}
