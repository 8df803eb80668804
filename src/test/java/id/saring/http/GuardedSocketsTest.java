package id.saring.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a client for other people's addresses goes, and where not. */
class GuardedSocketsTest {
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer inside;

    @BeforeEach
    void start() throws Exception {
        inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        inside.start();
    }

    @AfterEach
    void stop() {
        inside.stop(0);
    }

    @Test
    void a_name_that_was_public_when_it_was_checked_leads_nowhere_else_when_it_is_used() throws Exception {
        InetAddress outside = InetAddress.getByName("93.184.215.14");
        AtomicInteger lookups = new AtomicInteger();
        OkHttpClient client = GuardedSockets.client(PublicAddresses::contain)
                .dns(name -> lookups.getAndIncrement() == 0
                        ? List.of(outside)
                        : List.of(InetAddress.getLoopbackAddress()))
                .build();
        assertThat(client.dns().lookup("rebinding.example")).as("what the check sees").containsExactly(outside);
        assertThatThrownBy(() -> call(client, "rebinding.example"))
                .isInstanceOf(GuardedSockets.RefusedAddressException.class);
        assertThat(lookups).hasValue(2);
        assertThat(asked).hasValue(0);
    }

    @Test
    void it_goes_where_it_may() throws Exception {
        assertThat(call(GuardedSockets.client(InetAddress::isLoopbackAddress).build(), "127.0.0.1")).isEqualTo(204);
        assertThat(asked).hasValue(1);
    }

    private int call(OkHttpClient client, String host) throws Exception {
        String url = "http://" + host + ":" + inside.getAddress().getPort() + "/";
        try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
            return response.code();
        }
    }
}
