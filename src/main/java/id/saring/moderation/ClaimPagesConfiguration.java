package id.saring.moderation;

import id.saring.audit.Acts;
import id.saring.audit.Lookups;
import id.saring.claim.Claims;
import id.saring.claim.Revisions;
import id.saring.db.Database;
import id.saring.match.ClaimCatalog;
import id.saring.match.ClaimMatcher;
import id.saring.reply.Replies;
import org.springframework.beans.factory.ObjectProvider;
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
    ClaimDesk claimDesk(Database database, Claims claims, Acts acts, ObjectProvider<ChangeNotice> notice) {
        return new ClaimDesk(database, claims, acts, notice.getIfAvailable(() -> ChangeNotice.NONE));
    }

    @Bean
    ClaimPreview claimPreview(Replies replies, ClaimMatcher matcher) {
        return new ClaimPreview(replies, matcher);
    }

    @Bean
    ClaimPage claimPage(
            Revisions revisions,
            Lookups lookups,
            ObjectProvider<Complaints> complaints,
            ClaimPreview preview,
            MessageSource messages) {
        return new ClaimPage(
                revisions, lookups, complaints.getIfAvailable(() -> Complaints.NONE), preview, messages);
    }

    @Bean
    ClaimListPage claimListPage(ClaimCatalog catalog) {
        return new ClaimListPage(catalog);
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
}
