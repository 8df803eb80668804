package id.saring.site;

import id.saring.core.ClaimId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the public pages are told of this installation.
 *
 * @param baseUrl    its public address without a slash at the end; null if it has none yet
 * @param projectUrl where the footer sends who wants to see the source; null for nowhere
 */
@ConfigurationProperties("saring.site")
public record SiteSettings(@Nullable String baseUrl, @Nullable String projectUrl) {
    public SiteSettings {
        baseUrl = baseUrl == null || baseUrl.isBlank() ? null : baseUrl.strip().replaceAll("/+$", "");
        if (baseUrl != null && !baseUrl.startsWith("https://") && !baseUrl.startsWith("http://")) {
            throw new IllegalArgumentException("SARING_BASE_URL must start with https:// or http://");
        }
        projectUrl = projectUrl == null || projectUrl.isBlank() ? null : projectUrl.strip();
    }

    /** The claim's page: absolute if this installation knows its address. */
    String claimUrl(ClaimId id) {
        return (baseUrl == null ? "" : baseUrl) + "/klaim/" + id;
    }
}
