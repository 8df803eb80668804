package id.saring.submission;

import id.saring.audit.Acts;
import id.saring.audit.Lookups;
import id.saring.chat.Addresses;
import id.saring.claim.Claims;
import id.saring.core.Sealer;
import id.saring.db.Database;
import id.saring.match.ClaimMatcher;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the queue of cases and what must be remembered to tell people of them. */
@Configuration(proxyBeanMethods = false)
public class SubmissionConfiguration {
    @Bean
    Cases cases(Database database, Clock clock) {
        return new Cases(database, clock);
    }

    @Bean
    CaseDesk caseDesk(Database database, Cases cases, Claims claims, Acts acts) {
        return new CaseDesk(database, cases, claims, acts);
    }

    @Bean
    CaseRounds caseRounds(Database database, Cases cases, CaseDesk desk, ClaimMatcher matcher, Clock clock) {
        return new CaseRounds(
                database,
                cases,
                desk,
                query -> {
                    matcher.catchUp();
                    return matcher.match(query);
                },
                clock);
    }

    @Bean
    Questions questions(Database database, Sealer sealer) {
        return new Questions(database, sealer);
    }

    @Bean
    HeardWordings heardWordings(Cases cases, Lookups lookups, Questions questions) {
        return new HeardWordings(cases, lookups, questions);
    }

    @Bean
    Contacts contacts(Database database, Addresses addresses) {
        return new Contacts(database, addresses);
    }

    @Bean
    Tellings tellings(Database database) {
        return new Tellings(database);
    }

    @Bean
    Owed owed(Database database) {
        return new Owed(database);
    }

    @Bean
    Notices notices(Database database) {
        return new Notices(database);
    }
}
