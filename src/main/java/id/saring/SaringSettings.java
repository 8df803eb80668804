package id.saring;

import id.saring.core.Language;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an installation sets for itself as a whole; each package has a record of its own beside this one.
 *
 * @param dataDir         where the embedded store, the index and the secret lie
 * @param secret          key material for pseudonyms and encryption; made and kept in {@code dataDir} when absent
 * @param baseUrl         the public address of this installation; null if it has none yet
 * @param defaultLanguage the language of last resort
 * @param timeZone        whose days and hours are meant where people are told of days
 * @param sampleClaims    whether an empty store is filled with the sample claims at start
 */
@ConfigurationProperties("saring")
record SaringSettings(
        Path dataDir,
        @Nullable String secret,
        @Nullable URI baseUrl,
        Language defaultLanguage,
        ZoneId timeZone,
        boolean sampleClaims) {
    @Override
    public String toString() {
        return "SaringSettings[dataDir=%s, baseUrl=%s, defaultLanguage=%s, timeZone=%s, sampleClaims=%s]"
                .formatted(dataDir, baseUrl, defaultLanguage, timeZone, sampleClaims);
    }
}
