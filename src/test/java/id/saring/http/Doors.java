package id.saring.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Doors of the kinds there are, to try from outside what every door must bear. */
@Configuration(proxyBeanMethods = false)
class Doors {
    /** Requests that are being served right now. */
    static final AtomicInteger WITHIN = new AtomicInteger();

    @RestController
    static final class Door {
        @PerAddress(PerAddress.Caller.PROGRAM)
        @PostMapping("/program")
        String program() {
            return "ok";
        }

        @PerAddress(PerAddress.Caller.BROWSER)
        @PostMapping("/browser")
        String browser() {
            return "ok";
        }

        @PostMapping("/body")
        String body(HttpServletRequest request) throws IOException {
            WITHIN.incrementAndGet();
            try {
                return RawBody.read(request, 1024 * 1024).map(bytes -> "read " + bytes.length).orElse("too large");
            } finally {
                WITHIN.decrementAndGet();
            }
        }

        @PostMapping(path = "/form", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
        String form(@RequestParam(defaultValue = "") String text) {
            return "read " + text.length();
        }

        @GetMapping("/much")
        void much(HttpServletResponse response) throws IOException {
            WITHIN.incrementAndGet();
            try {
                byte[] piece = new byte[64 * 1024];
                for (int i = 0; i < 4096; i++) {
                    response.getOutputStream().write(piece);
                }
            } finally {
                WITHIN.decrementAndGet();
            }
        }
    }
}
