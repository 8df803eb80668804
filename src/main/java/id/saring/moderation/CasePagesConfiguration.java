package id.saring.moderation;

import id.saring.account.Accounts;
import id.saring.audit.Acts;
import id.saring.claim.Claims;
import id.saring.match.ClaimMatcher;
import id.saring.submission.CaseDesk;
import id.saring.submission.Cases;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the pages on cases. */
@Configuration(proxyBeanMethods = false)
class CasePagesConfiguration {
    @Bean
    MenuEntry casesEntry() {
        return new MenuEntry("cases", "/moderation/queue", 20, false);
    }

    @Bean
    CasePages casePages(
            Cases cases, CaseSuggestions suggestions, Claims claims, Accounts accounts, Acts acts, Clock clock) {
        return new CasePages(cases, suggestions, claims, accounts, acts, clock);
    }

    @Bean
    CaseSuggestions caseSuggestions(ClaimMatcher matcher, Claims claims) {
        return new CaseSuggestions(matcher, claims);
    }

    @Bean
    CaseActs caseActs(CaseDesk desk, Cases cases, Accounts accounts) {
        return new CaseActs(desk, cases, accounts);
    }
}
