package id.saring.site;

import id.saring.audit.Lookups;
import id.saring.bulletin.Bulletins;
import id.saring.check.CheckLog;
import id.saring.check.Checks;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.PublishedClaims.Stamp;
import id.saring.claim.PublishedClaims;
import id.saring.claim.Source;
import id.saring.core.ClaimId;
import id.saring.core.Door;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.http.Imprint;
import id.saring.http.Revalidation;
import id.saring.match.ClaimMatcher;
import id.saring.match.MatchOutcome;
import id.saring.match.Query;
import id.saring.match.ScoredClaim;
import id.saring.text.Denials.Denial;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.ViewResolver;
import tools.jackson.databind.json.JsonMapper;

/** The public pages over four claims and a matcher that answers by the first word of the message. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteSettings.class)
public class SiteParts {
    static final Claim GARLIC = claim(1, "Bawang putih menyembuhkan flu", Verdict.FALSE, ClaimState.PUBLISHED);
    static final Claim HOSTILE = claim(
            2,
            "<img src=x onerror=\"document.title='owned'\"> & <b>tebal</b>",
            Verdict.MISLEADING,
            ClaimState.PUBLISHED);
    static final Claim DRAFT = claim(3, "Belum jadi", Verdict.TRUE, ClaimState.DRAFT);
    static final Claim WITHDRAWN = claim(4, "Sudah ditarik", Verdict.TRUE, ClaimState.WITHDRAWN);

    private static final Map<ClaimId, Claim> CLAIMS =
            Map.of(GARLIC.id(), GARLIC, HOSTILE.id(), HOSTILE, DRAFT.id(), DRAFT, WITHDRAWN.id(), WITHDRAWN);

    /** The facts of the claims above, which are in no store. */
    private static final class KnownFacts extends ClaimFacts {
        KnownFacts(Claims claims, PublishedClaims published, Bulletins bulletins) {
            super(claims, published, bulletins);
        }

        @Override
        Optional<Facts> of(ClaimId id) {
            return Optional.ofNullable(CLAIMS.get(id))
                    .filter(claim -> claim.state() != ClaimState.DRAFT)
                    .map(claim -> new Stamp(id, claim.language(), claim.state(), claim.version(), claim.updatedAt()))
                    .map(stamp -> new Facts(stamp, null, List.of(stamp)));
        }
    }

    @Bean
    Lookup lookup() {
        return new Lookup(query -> match(query).results(), id -> Optional.ofNullable(CLAIMS.get(id)));
    }

    @Bean
    CheckLog checkLog(Database database) {
        return new CheckLog(database, new Lookups(database));
    }

    @Bean
    Checks checks(CheckLog log, Clock clock) {
        return new Checks(query -> new ClaimMatcher.Answer(match(query), false), log, Language.ID, clock);
    }

    @Bean
    PageCache pageCache(Claims claims, PublishedClaims published, Bulletins bulletins) {
        return new PageCache(new KnownFacts(claims, published, bulletins), DataSize.ofMegabytes(1));
    }

    @Bean
    PageRenderer pageRenderer(@Qualifier("thymeleafViewResolver") ViewResolver views) {
        return new PageRenderer(views);
    }

    @Bean
    Bulletins bulletins(Database database, Claims claims) {
        return new Bulletins(database, claims);
    }

    @Bean
    CheckApi checkApi(Checks checks, Imprint imprint, JsonMapper json) {
        return new CheckApi(checks, imprint, json);
    }

    @Bean
    SitePages sitePages(Checks checks, SiteSettings settings, Imprint imprint, MessageSource messages) {
        return new SitePages(
                new CheckForm(checks, Door.PAGE, messages), settings, imprint);
    }

    @Bean
    ClaimPages claimPages(
            Lookup lookup, Bulletins bulletins, PageCache cache, PageRenderer renderer, SiteSettings settings,
            Imprint imprint, MessageSource messages, Revalidation revalidation) {
        return new ClaimPages(
                lookup, bulletins, cache, renderer, settings, new ClaimPages.Frame(imprint, messages, revalidation));
    }

    @Bean
    WidgetPages widgetPages(Checks checks, Imprint imprint, MessageSource messages) {
        return new WidgetPages(new CheckForm(checks, Door.WIDGET, messages), imprint);
    }

    private static MatchOutcome match(Query query) {
        ScoredClaim garlic = new ScoredClaim(GARLIC, 0.97);
        ScoredClaim hostile = new ScoredClaim(HOSTILE, 0.6);
        return switch (query.text().strip().split("\\s+", 2)[0]) {
            case "bawang" -> new MatchOutcome.Match(garlic, List.of(hostile), Denial.NONE);
            case "mirip" -> new MatchOutcome.Candidates(List.of(garlic, hostile));
            case "kata" -> new MatchOutcome.Keyword(List.of(hostile));
            case "!!!" -> new MatchOutcome.Unreadable();
            case "bahasa" -> query.language() == Language.EN
                    ? new MatchOutcome.Keyword(List.of(garlic))
                    : new MatchOutcome.NotFound();
            default -> new MatchOutcome.NotFound();
        };
    }

    private static Claim claim(long id, String text, Verdict verdict, ClaimState state) {
        ClaimContent content = new ClaimContent(
                Language.ID,
                text,
                null,
                verdict,
                null,
                null,
                "Tidak ada bukti ilmiah.\nDokter menyarankan istirahat dan minum cukup.",
                List.of(
                        new Source("Cek fakta: bawang putih dan flu", "https://example.org/bawang", "Contoh"),
                        new Source("Penjelasan dokter", "https://example.com/dokter", null)),
                List.of(),
                List.of(),
                LocalDate.of(2020, 2, 1),
                LocalDate.of(2020, 3, 17),
                "Tim Periksa");
        return new Claim(new ClaimId(id), "test:" + id, content, state, 1, Instant.EPOCH, Instant.EPOCH);
    }
}
