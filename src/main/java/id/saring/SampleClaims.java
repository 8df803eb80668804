package id.saring;

import id.saring.claim.Claims;
import id.saring.exchange.ClaimImport;
import id.saring.exchange.ImportListener;
import id.saring.exchange.ImportReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;

/** Fills a store that has never held a claim with the sample claims, before the first request is served. */
final class SampleClaims implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(SampleClaims.class);
    private static final String FILE = "sample-claims.jsonl";

    private final boolean wanted;
    private final Claims claims;
    private final ClaimImport imports;

    SampleClaims(boolean wanted, Claims claims, ClaimImport imports) {
        this.wanted = wanted;
        this.claims = claims;
        this.imports = imports;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!wanted || claims.storeVersion() > 0) {
            return;
        }
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            ImportReport report = imports.run(in, FILE, ImportListener.NONE);
            report.errors().forEach(error -> LOG.warn("Sample claim left out: {}", error));
            LOG.info("The store was empty: {} sample claims put in (SARING_SAMPLE_CLAIMS=false prevents that)",
                    report.created());
        } catch (IOException e) {
            throw new UncheckedIOException("The sample claims are missing from the program", e);
        }
    }
}
