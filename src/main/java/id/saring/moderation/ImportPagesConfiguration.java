package id.saring.moderation;

import id.saring.audit.Acts;
import id.saring.claim.Claims;
import id.saring.db.Database;
import id.saring.exchange.ClaimExport;
import id.saring.feed.Feeds;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires import, export and feeds. */
@Configuration(proxyBeanMethods = false)
class ImportPagesConfiguration {
    @Bean
    MenuEntry importEntry() {
        return new MenuEntry("import", "/moderation/import", 30, false);
    }

    @Bean
    Uploads uploads(Database database, Clock clock) {
        return new Uploads(database, clock);
    }

    @Bean
    UploadWork uploadWork(Uploads uploads, Claims claims, ChangeNotice notice, Clock clock) {
        return new UploadWork(uploads, claims, notice, clock);
    }

    @Bean
    ImportPages importPages(
            Uploads uploads, UploadWork work, Feeds feeds, ClaimExport export, Acts acts, ZoneId zone, Clock clock) {
        return new ImportPages(
                uploads, work, feeds, export, acts, () -> LocalDate.ofInstant(clock.instant(), zone));
    }

    @Bean
    ImportFeedPages importFeedPages(Feeds feeds, Acts acts, Clock clock) {
        return new ImportFeedPages(feeds, acts, clock);
    }
}
