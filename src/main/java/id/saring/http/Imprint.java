package id.saring.http;

import id.saring.core.ClaimId;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What this installation tells the public of itself.
 *
 * @param baseUrl   its public address without a slash at the end; null if it has none yet
 * @param publisher who answers for the verdicts, as feeds and ClaimReview name them
 * @param licence   address of the licence under which others may use the claims
 * @param timeZone  whose days the public reads
 */
@ConfigurationProperties("saring.imprint")
public record Imprint(@Nullable String baseUrl, String publisher, String licence, ZoneId timeZone) {
    public Imprint {
        baseUrl = baseUrl == null || baseUrl.isBlank() ? null : baseUrl.strip().replaceAll("/+$", "");
        if (baseUrl != null && !baseUrl.startsWith("https://") && !baseUrl.startsWith("http://")) {
            throw new IllegalArgumentException("SARING_BASE_URL must start with https:// or http://");
        }
        if (publisher.isBlank() || licence.isBlank()) {
            throw new IllegalArgumentException("SARING_PUBLISHER and SARING_DATA_LICENCE must not be blank");
        }
    }

    /** This one, or if its address is not known the same at the address that the request was sent to. */
    public Imprint seenBy(HttpServletRequest request) {
        return baseUrl != null
                ? this
                : new Imprint(
                        ServletUriComponentsBuilder.fromContextPath(request).build().toUriString(),
                        publisher,
                        licence,
                        timeZone);
    }

    /** The address of {@code path}, which begins with a slash: absolute if this installation knows its own. */
    public String at(String path) {
        return (baseUrl == null ? "" : baseUrl) + path;
    }

    /** The claim's page. */
    public String claim(ClaimId id) {
        return at("/klaim/" + id);
    }

    /** The day of a moment, as the public reads it. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, timeZone);
    }

    /** The name under which the publisher is reached on the web; empty if the address is not known. */
    public String host() {
        String host = baseUrl == null ? null : URI.create(baseUrl).getHost();
        return host == null ? "" : host;
    }
}
