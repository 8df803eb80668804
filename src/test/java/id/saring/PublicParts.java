package id.saring;

import id.saring.audit.AuditConfiguration;
import id.saring.bulletin.BulletinConfiguration;
import id.saring.check.CheckConfiguration;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Source;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.factcheck.FactCheckConfiguration;
import id.saring.syndication.SyndicationConfiguration;
import id.saring.match.MatchConfiguration;
import id.saring.mcp.McpConfiguration;
import id.saring.site.SiteConfiguration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Everything the public and other programs see, over a real store and the real matcher; and claims to put in. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import({
    AuditConfiguration.class,
    BulletinConfiguration.class,
    MatchConfiguration.class,
    CheckConfiguration.class,
    SiteConfiguration.class,
    SyndicationConfiguration.class,
    FactCheckConfiguration.class,
    McpConfiguration.class
})
public class PublicParts {
    public static final LocalDate DAY = LocalDate.of(2026, 3, 17);

    /** A published claim under {@code key}, saved again if it is there already. */
    public static Claim publish(Claims claims, String key, ClaimContent content) {
        return save(claims, key, content, ClaimState.PUBLISHED);
    }

    public static Claim save(Claims claims, String key, ClaimContent content, ClaimState state) {
        claims.saveAll(List.of(new Claims.Row(key, content, state)));
        return claims.findByKey(key).orElseThrow();
    }

    public static ClaimContent content(Language language, String text, Verdict verdict) {
        return content(language, text, verdict, DAY);
    }

    public static ClaimContent content(Language language, String text, Verdict verdict, LocalDate reviewedOn) {
        return new ClaimContent(
                language,
                text,
                null,
                verdict,
                null,
                null,
                "Alasan singkat. A short reason.",
                List.of(
                        new Source("Hasil pemeriksaan", "https://www.cek.example/hasil?a=1&b=2", "Tim Cek"),
                        new Source("Catatan <resmi>", "https://data.example/catatan", null)),
                List.of(),
                List.of("https://media.example/unggahan/1"),
                reviewedOn.minusDays(40),
                reviewedOn,
                "Tim Cek");
    }
}
