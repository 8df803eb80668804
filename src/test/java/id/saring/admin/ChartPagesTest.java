package id.saring.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The charts as they are sent: tables that need no scripts. */
class ChartPagesTest {
    private static RunningApp app;
    private static StaffClient admin;

    @BeforeAll
    static void start(@TempDir Path dataDir) throws Exception {
        app = RunningApp.start(0, dataDir, StaffClient.SETTINGS, Saring.class);
        ChartData.fill(app);
        admin = StaffClient.admin(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void each_chart_has_its_numbers_in_a_table() throws Exception {
        String page = admin.get("/admin/charts?by=day&count=30").body();
        assertThat(page)
                .contains("Yang sedang ramai", "Besok semua sekolah libur", "baru muncul")
                .contains("Minum air lemon hangat")
                .contains("Asia/Jakarta")
                .doesNotContain("??", "${");
        assertThat(rows(page)).isEqualTo(6 * 30);
        assertThat(sum(page, "messages")).isEqualTo(sum(page, "outcomes")).isEqualTo(sum(page, "languages"));
        assertThat(sum(page, "feedback")).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"hour,24,144", "hour,168,1008", "day,14,84", "week,12,72", "week,52,312", "month,5,180", "day,31,180"})
    void a_span_is_chosen_by_its_address(String by, int count, long rows) throws Exception {
        HttpResponse<String> answer = admin.get("/admin/charts?by=" + by + "&count=" + count);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(rows(answer.body())).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?count=99999999999", "?count=-1", "?by=%00", "?by=<script>&count=x"})
    void a_span_that_is_none_is_the_usual_one(String query) throws Exception {
        HttpResponse<String> answer = admin.get("/admin/charts" + query.replace("<", "%3C").replace(">", "%3E"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(rows(answer.body())).isEqualTo(180);
    }

    @Test
    void weeks_begin_on_mondays_in_the_time_zone() {
        ZoneId jakarta = ZoneId.of("Asia/Jakarta");
        Instant sunday = Instant.parse("2026-03-01T16:59:59Z");
        assertThat(ChartSpan.of("week", 12).starts(sunday, jakarta).getLast()).isEqualTo("2026-02-22T17:00:00Z");
        assertThat(ChartSpan.of("week", 12).starts(sunday.plusSeconds(1), jakarta).getLast())
                .isEqualTo("2026-03-01T17:00:00Z");
    }

    @Test
    void only_an_admin_sees_them() throws Exception {
        assertThat(new StaffClient(app).get("/admin/charts").statusCode()).isEqualTo(302);
    }

    private static long rows(String page) {
        return Pattern.compile("<tr data-at=").matcher(page).results().count();
    }

    private static double sum(String page, String figure) {
        Matcher table = Pattern.compile("<figure[^>]* id=\"" + figure + "\".*?</figure>", Pattern.DOTALL).matcher(page);
        assertThat(table.find()).isTrue();
        return Pattern.compile("data-value=\"([^\"]+)\"")
                .matcher(table.group())
                .results()
                .mapToDouble(value -> Double.parseDouble(value.group(1)))
                .sum();
    }
}
