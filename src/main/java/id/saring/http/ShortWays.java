package id.saring.http;

import id.saring.core.TraceId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Stands before all other filters and answers what has a {@link ShortWay} itself. What else holds for every request
 * holds here too: a trace id for log lines, headers for browsers unless the request proved to be a program's, and the
 * count and time under the name and the tags that Spring gives them.
 */
final class ShortWays extends HttpFilter {
    /** Under which all of them lie. */
    static final String PATHS = "/webhooks/*";

    private final Supplier<Stream<ShortWay>> all;
    private final Supplier<MeterRegistry> meters;
    private final Map<Outcome, Timer> timers = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, ShortWay> ways;

    private record Outcome(String path, HttpStatus status, String exception) {}

    /** Asks for both when the first request comes: filters are made before what stands behind them. */
    ShortWays(Supplier<Stream<ShortWay>> all, Supplier<MeterRegistry> meters) {
        this.all = all;
        this.meters = meters;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ShortWay way = request.getMethod().equals("POST") ? ways().get(request.getRequestURI()) : null;
        if (way == null) {
            chain.doFilter(request, response);
            return;
        }
        long start = System.nanoTime();
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        String exception = "none";
        try (TraceId.Scope marked = RequestTraces.of(request).open()) {
            status = way.answer().to(request);
            if (!status.is2xxSuccessful()) {
                SafeHeaders.write(response, request.isSecure());
            }
            response.setStatus(status.value());
        } catch (IOException | RuntimeException e) {
            exception = e.getClass().getSimpleName();
            SafeHeaders.write(response, request.isSecure());
            throw e;
        } finally {
            timer(new Outcome(way.path(), status, exception)).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private Map<String, ShortWay> ways() {
        Map<String, ShortWay> known = ways;
        if (known == null) {
            known = all.get().collect(Collectors.toMap(ShortWay::path, Function.identity()));
            ways = known;
        }
        return known;
    }

    private Timer timer(Outcome outcome) {
        Timer known = timers.get(outcome);
        return known == null ? timers.computeIfAbsent(outcome, this::register) : known;
    }

    private Timer register(Outcome outcome) {
        return meters.get().timer(
                "http.server.requests",
                "error", outcome.exception(),
                "exception", outcome.exception(),
                "method", "POST",
                "outcome", outcome.status().is2xxSuccessful()
                        ? "SUCCESS"
                        : outcome.status().series().name(),
                "status", Integer.toString(outcome.status().value()),
                "uri", outcome.path());
    }
}
