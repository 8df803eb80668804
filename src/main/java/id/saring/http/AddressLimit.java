package id.saring.http;

import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.rate.Allowances;
import id.saring.rate.Rate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Holds what is {@link PerAddress} to its rate, or a program with a key to the key's. Addresses are those Tomcat tells,
 * which believes forwarded ones only of proxies it trusts; they are kept in memory only, hashed with a salt that ends
 * with the process.
 */
public final class AddressLimit implements HandlerInterceptor {
    private static final String KEY_HEADER = "X-Api-Key";
    private static final int MOST = 50_000;

    /** Of IPv6, a customer has at least all addresses that begin with these bytes. */
    private static final int NETWORK_BYTES = 8;

    private final AddressRates rates;
    private final KeyedCallers keys;
    private final Allowances<Key> used;
    private final byte[] salt = new byte[16];

    private record Key(PerAddress.Caller caller, long high, long low) {}

    AddressLimit(AddressRates rates, KeyedCallers keys, Ticker ticker) {
        this.rates = rates;
        this.keys = keys;
        this.used = new Allowances<>(MOST, ticker);
        new SecureRandom().nextBytes(salt);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            PerAddress limit = method.getMethodAnnotation(PerAddress.class);
            if (limit != null) {
                check(limit.value(), request);
            }
        }
        return true;
    }

    private void check(PerAddress.Caller caller, HttpServletRequest request) {
        if (caller == PerAddress.Caller.PROGRAM && request.getHeader(KEY_HEADER) != null) {
            checked(seconds(keys.use(request.getHeader(KEY_HEADER))
                    .orElseThrow(() -> new Problem(HttpStatus.UNAUTHORIZED, "api_key_unknown"))));
        } else {
            checked(use(caller, request));
        }
    }

    private static void checked(long seconds) {
        if (seconds > 0) {
            Problem problem = new Problem(HttpStatus.TOO_MANY_REQUESTS, "too_many_requests", seconds);
            problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            throw problem;
        }
    }

    /** For doors without a handler method: counts the request and says in how many seconds it may come; 0 for now. */
    public long use(PerAddress.Caller caller, HttpServletRequest request) {
        return seconds(caller == PerAddress.Caller.PROGRAM
                ? sentKey(request).flatMap(keys::use).orElseGet(() -> useAddress(rates.program(), caller, request))
                : useAddress(rates.browser(), caller, request));
    }

    private Duration useAddress(Rate rate, PerAddress.Caller caller, HttpServletRequest request) {
        return used.use(key(caller, request.getRemoteAddr()), rate);
    }

    /** Programs written for Google's service send a key as a parameter; one of Google's own is nothing to us. */
    private static Optional<String> sentKey(HttpServletRequest request) {
        String header = request.getHeader(KEY_HEADER);
        return Optional.ofNullable(header != null || !request.getMethod().equals("GET")
                ? header
                : request.getParameter("key"));
    }

    private static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    private Key key(PerAddress.Caller caller, String address) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(network(address)));
            return new Key(caller, hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] network(String address) {
        if (address.indexOf(':') >= 0) {
            try {
                // With a colon it is never taken for a name to be looked up.
                return Arrays.copyOf(InetAddress.getByName(address).getAddress(), NETWORK_BYTES);
            } catch (UnknownHostException e) {
                // Falls through: whatever it is, it is a key.
            }
        }
        return address.getBytes(StandardCharsets.UTF_8);
    }
}
