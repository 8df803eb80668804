package id.saring.moderation;

import id.saring.audit.Acts;
import id.saring.audit.Lookups;
import id.saring.claim.Claims;
import id.saring.claim.Revisions;
import id.saring.conversation.Corrections;
import id.saring.db.Database;
import id.saring.match.ClaimCatalog;
import id.saring.match.ClaimMatcher;
import id.saring.reply.Replies;
import id.saring.submission.CaseDesk;
import id.saring.submission.Cases;
import id.saring.submission.HeardWordings;
import id.saring.submission.Questions;
import java.time.ZoneId;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Wires the pages on claims. */
@Configuration(proxyBeanMethods = false)
@Import(ImportPagesConfiguration.class)
class ClaimPagesConfiguration {
    @Bean
    MenuEntry claimsEntry() {
        return new MenuEntry("claims", "/moderation/claims", 10, false);
    }

    @Bean
    ChangeNotice changeNotice(Cases cases, CaseDesk desk, Corrections corrections, ClaimMatcher matcher) {
        return new ChangeNotice(cases, desk, corrections, matcher);
    }

    @Bean
    ClaimDesk claimDesk(Database database, Claims claims, Acts acts, ChangeNotice notice) {
        return new ClaimDesk(database, claims, acts, notice);
    }

    @Bean
    ClaimPreview claimPreview(
            Replies replies, ClaimMatcher matcher, ClaimCatalog catalog, HeardWordings wordings) {
        return new ClaimPreview(replies, matcher, catalog, wordings);
    }

    @Bean
    ClaimPage.People claimPeople(
            Lookups lookups, Questions questions, HeardWordings wordings, Corrections corrections) {
        return new ClaimPage.People(lookups, questions, wordings, corrections);
    }

    @Bean
    ClaimPage claimPage(
            Revisions revisions, ClaimPage.People people, ClaimPreview preview, MessageSource messages) {
        return new ClaimPage(revisions, people, preview, messages);
    }

    @Bean
    ClaimListPage claimListPage(ClaimCatalog catalog, ZoneId zone) {
        return new ClaimListPage(catalog, zone);
    }

    @Bean
    ClaimEditor claimEditor(Claims claims, ClaimDesk desk, ClaimPage page, ClaimPreview preview) {
        return new ClaimEditor(claims, desk, page, preview);
    }

    @Bean
    ClaimHistoryPages claimHistoryPages(
            Claims claims, Revisions revisions, ClaimEditor editor, MessageSource messages) {
        return new ClaimHistoryPages(claims, revisions, editor, messages);
    }

    @Bean
    ClaimsApi claimsApi(Claims claims, Revisions revisions, ClaimDesk desk, ClaimPage words, JsonMapper json) {
        return new ClaimsApi(claims, revisions, desk, words, json);
    }

    @Bean
    ExplanationsApi explanationsApi(ClaimMatcher matcher, JsonMapper json) {
        return new ExplanationsApi(matcher, json);
    }
}
