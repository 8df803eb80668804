package id.saring.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.saring.Saring;
import id.saring.claim.Claim;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.db.Database;
import id.saring.submission.Case;
import id.saring.submission.CaseFilter;
import id.saring.submission.Cases;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/** Whole conversations with the whole application and its sample claims, over real HTTP on both sides. */
class WhatsAppConversationTest {
    @TempDir
    private Path data;

    private final WhatsAppServer server = WhatsAppServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_forwarded_hoax_gets_one_answer_with_its_verdict_and_buttons_that_work() {
        WhatsAppPerson siti = server.person("6281234567890", "ID.13491208655302741918");
        try (ConfigurableApplicationContext app = start()) {
            String question = siti.forwards("besok WA berbayar kirim ke 10 orang biar gratis logo jadi biru", true);
            WhatsAppMessage answer = siti.reads(1);
            assertThat(answer.kind()).isEqualTo("button");
            assertThat(answer.text()).startsWith("*❌ SALAH*").contains("https://").hasSizeLessThanOrEqualTo(1024);
            assertThat(answer.quotes()).isEqualTo(question);
            assertThat(answer.choices()).containsExactly("👍 Membantu", "Bukan ini");
            siti.presses("👍 Membantu");
            assertThat(siti.reads(2).text()).contains("Terima kasih");
            assertThat(app.getBean(Database.class).read()
                            .sql("SELECT forwarding FROM lookup WHERE outcome = 'match'").query(String.class).list())
                    .containsExactly("FREQUENTLY_FORWARDED");
        }
        // The buttons of before the restart go on working.
        try (ConfigurableApplicationContext app = start()) {
            siti.presses("Bukan ini");
            siti.reads(3);
            siti.says("terbaru");
            siti.says("/terbaru");
            WhatsAppMessage list = siti.reads(5);
            assertThat(list.kind()).isEqualTo("list");
            assertThat(list.choices()).hasSizeBetween(4, 10);
            siti.presses(list.choices().getLast());
            assertThat(siti.reads(6).choices()).containsExactly("👍 Membantu", "Bukan ini");
        }
        assertThat(siti.received()).hasSize(6);
        assertThat(server.messages()).as("one billed message an answer").hasSize(6);
    }

    @Test
    void every_message_of_a_crowd_is_answered_once_in_its_chat() {
        List<WhatsAppPerson> crowd = new ArrayList<>();
        try (ConfigurableApplicationContext app = start()) {
            server.webhooks.hold();
            for (int i = 0; i < 40; i++) {
                WhatsAppPerson person = server.person(i % 3 == 0 ? null : "62812000" + (100 + i), "ID.crowd" + i);
                crowd.add(person);
                person.says("bawang putih menyembuhkan flu");
                person.says("makasih");
            }
            List<ObjectNode> batch = server.webhooks.release();
            assertThat(server.webhooks.deliver(batch)).isEqualTo(200);
            assertThat(server.webhooks.deliver(batch)).isEqualTo(200);
            crowd.forEach(person -> person.reads(2));
        }
        assertThat(crowd).allSatisfy(person -> {
            assertThat(person.received()).hasSize(2);
            assertThat(person.received().getLast().text()).contains("Terima kasih");
        });
    }

    @Test
    void a_message_without_an_answer_is_sent_for_checking_and_its_answer_arrives() {
        WhatsAppPerson siti = server.person("6281234567890", "ID.13491208655302741918");
        try (ConfigurableApplicationContext app = start()) {
            siti.forwards("Kelurahan Sukamaju bagi-bagi kambing gratis buat yang ulang tahun hari Jumat", true);
            WhatsAppMessage offer = siti.reads(1);
            assertThat(offer.choices()).containsExactly("Minta diperiksa");
            siti.presses("Minta diperiksa");
            assertThat(siti.reads(2).text()).contains("Sudah kami terima");

            Cases cases = app.getBean(Cases.class);
            Case found = cases.list(CaseFilter.open(), 0, 5).items().getFirst();
            assertThat(found.demand().often() + found.demand().forwarded()).isPositive();
            Claims claims = app.getBean(Claims.class);
            Claim claim = claims.latest(Language.ID, 0, 1).items().getFirst();
            cases.answers().link(List.of(found.id()), claim.id());

            assertThat(siti.reads(3).text()).contains("sudah selesai diperiksa", claim.text().substring(0, 20));
        }
        assertThat(siti.received()).hasSize(3);
    }

    @Test
    void the_application_starts_and_takes_messages_while_whatsapp_cannot_be_reached() {
        WhatsAppPerson siti = server.person("6281234567890", null);
        try (ConfigurableApplicationContext app = start(Map.of("saring.whatsapp.api-url", "http://127.0.0.1:1"))) {
            siti.says("bawang putih menyembuhkan flu");
            await().until(() -> app.getBean(WhatsAppHealth.class).health().getDetails().containsKey("trouble"));
        }
        try (ConfigurableApplicationContext app = start()) {
            assertThat(siti.reads(1).text()).isNotBlank();
        }
    }

    private ConfigurableApplicationContext start() {
        return start(Map.of());
    }

    private ConfigurableApplicationContext start(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(server.settings());
        settings.putAll(more);
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0", "--server.shutdown=immediate", "--saring.data-dir=" + data,
                "--logging.level.root=warn"));
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            arguments.add("--" + setting.getKey() + "=" + setting.getValue());
        }
        ConfigurableApplicationContext app =
                new SpringApplicationBuilder(Saring.class).run(arguments.toArray(String[]::new));
        String port = app.getEnvironment().getRequiredProperty("local.server.port");
        server.deliverTo(URI.create("http://127.0.0.1:" + port + WhatsAppWebhook.PATH));
        return app;
    }
}
