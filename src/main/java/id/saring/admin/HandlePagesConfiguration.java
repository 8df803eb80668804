package id.saring.admin;

import id.saring.audit.Acts;
import id.saring.audit.Lookups;
import id.saring.chat.Blocks;
import id.saring.chat.DeadMail;
import id.saring.chat.Election;
import id.saring.chat.Gateway;
import id.saring.chat.Maintenance;
import id.saring.chat.StandingNews;
import id.saring.conversation.Retention;
import id.saring.conversation.RetentionSettings;
import id.saring.core.Language;
import id.saring.db.Database;
import id.saring.http.PublicNotice;
import id.saring.match.ClaimMatcher;
import id.saring.moderation.MenuEntry;
import id.saring.queue.WorkQueue;
import id.saring.reply.Replies;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the pages by which an admin takes a hand. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupSettings.class)
class HandlePagesConfiguration {
    @Bean
    MenuEntry handlesEntry() {
        return new MenuEntry("handles", HandlePages.PATH, 66, true);
    }

    @Bean
    Errands errands(Clock clock) {
        return new Errands(clock);
    }

    @Bean
    LatestActs latestActs(Acts acts, JsonMapper json) {
        return new LatestActs(acts, json);
    }

    @Bean
    Backups backups(
            Database database,
            BackupSettings settings,
            @Value("${saring.data-dir}") Path dataDir,
            Clock clock,
            MeterRegistry meters) {
        return new Backups(database, settings.directory(dataDir), clock, meters);
    }

    @Bean
    SmartLifecycle scheduledBackups(
            Backups backups, BackupSettings settings, Acts acts, Clock clock, Election election) {
        return election.elect("backups", new BackupRounds(backups, settings, acts, clock));
    }

    @Bean
    Chores.Parts choreParts(ClaimMatcher matcher, Retention retention, Replies replies, Backups backups) {
        return new Chores.Parts(matcher, retention, replies, backups);
    }

    @Bean
    Chores adminChores(Chores.Parts parts, Errands errands, StandingNews news, Acts acts) {
        return new Chores(parts, errands, news, acts);
    }

    @Bean
    TestMessages testMessages(
            List<Gateway> gateways, Replies replies, @Value("${saring.whatsapp.phone-number-id:}") String numbers) {
        return new TestMessages(gateways, replies, numbers.split(",")[0].strip());
    }

    @Bean
    DeadQueues deadQueues(DeadMail mail, ObjectProvider<WorkQueue> others, RetentionSettings retention, Clock clock) {
        return new DeadQueues(mail, others.orderedStream().toList(), retention, clock);
    }

    @Bean
    HandlePages.Shown handlesShown(
            Maintenance maintenance,
            Blocks blocks,
            DeadQueues dead,
            Backups backups,
            BackupSettings schedule,
            Errands errands) {
        return new HandlePages.Shown(maintenance, blocks, dead, backups, schedule, errands);
    }

    @Bean
    HandlePages handlePages(
            HandlePages.Shown shown, Chores chores, TestMessages tests, LatestActs latest, Acts acts) {
        return new HandlePages(shown, chores, tests, latest, acts);
    }

    @Bean
    MaintenancePages maintenancePages(
            Maintenance maintenance, Database database, Acts acts, ZoneId zone, Clock clock) {
        return new MaintenancePages(maintenance, database, acts, zone, clock);
    }

    @Bean
    BlockPages blockPages(
            Blocks blocks, Lookups lookups, Database database, Acts acts, ZoneId zone, Clock clock) {
        return new BlockPages(blocks, lookups, database, acts, zone, clock);
    }

    @Bean
    DeadLetterPages deadLetterPages(DeadQueues queues, Database database, Acts acts) {
        return new DeadLetterPages(queues, database, acts);
    }

    @Bean
    PublicNotice maintenanceNotice(Maintenance maintenance, MessageSource messages) {
        return locale -> maintenance.now().map(notice -> words(notice, messages, locale));
    }

    private static String words(Maintenance.Notice notice, MessageSource messages, Locale locale) {
        String own = notice.in(Language.of(locale.getLanguage()).orElse(Language.ID));
        return own.isEmpty() ? messages.getMessage("maintenance.words." + notice.mode(), null, locale) : own;
    }
}
