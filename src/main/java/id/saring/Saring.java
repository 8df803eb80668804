package id.saring;

import id.saring.account.AccountConfiguration;
import id.saring.account.FirstAdmin;
import id.saring.admin.AdminConfiguration;
import id.saring.audit.AuditConfiguration;
import id.saring.bulletin.BulletinConfiguration;
import id.saring.chat.ChatConfiguration;
import id.saring.check.CheckConfiguration;
import id.saring.claim.Claims;
import id.saring.conversation.ConversationConfiguration;
import id.saring.core.Secret;
import id.saring.db.Database;
import id.saring.exchange.ClaimImport;
import id.saring.factcheck.FactCheckConfiguration;
import id.saring.feed.FeedConfiguration;
import id.saring.syndication.SyndicationConfiguration;
import id.saring.http.HttpConfiguration;
import id.saring.match.MatchConfiguration;
import id.saring.mcp.McpConfiguration;
import id.saring.moderation.ModerationConfiguration;
import id.saring.reply.ReplyConfiguration;
import id.saring.site.SiteConfiguration;
import id.saring.submission.SubmissionConfiguration;
import id.saring.tally.TallyConfiguration;
import id.saring.telegram.TelegramConfiguration;
import id.saring.webchat.WebChatConfiguration;
import id.saring.webhook.WebhookConfiguration;
import id.saring.whatsapp.WhatsAppConfiguration;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Saring's main class and the map of its parts; nothing is found by scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    StoreConfiguration.class,
    AuditConfiguration.class,
    TallyConfiguration.class,
    AccountConfiguration.class,
    BulletinConfiguration.class,
    MatchConfiguration.class,
    CheckConfiguration.class,
    ChatConfiguration.class,
    HttpConfiguration.class,
    ReplyConfiguration.class,
    TelegramConfiguration.class,
    WhatsAppConfiguration.class,
    WebChatConfiguration.class,
    SubmissionConfiguration.class,
    ConversationConfiguration.class,
    SiteConfiguration.class,
    FeedConfiguration.class,
    ModerationConfiguration.class,
    AdminConfiguration.class,
    FactCheckConfiguration.class,
    SyndicationConfiguration.class,
    WebhookConfiguration.class,
    McpConfiguration.class,
    ScheduleConfiguration.class,
    SecurityConfiguration.class
})
public class Saring {
    /** Serves when it is given nothing but settings ({@code --server.port=80}); else runs the command that is named. */
    public static void main(String[] args) {
        if (Commands.named(args)) {
            System.exit(Commands.run(args));
        }
        Carriers.many();
        SpringApplication.run(Saring.class, args);
    }

    /** Lives as long as the application does. */
    @Bean(destroyMethod = "close")
    Carriers carriers() {
        return Carriers.watched();
    }

    @Bean
    SampleClaims sampleClaims(SaringSettings settings, Claims claims, ClaimImport imports) {
        return new SampleClaims(settings.sampleClaims(), claims, imports);
    }

    /** Replicas must share their secret, or one could not read what another has stored. */
    @Bean
    SmartInitializingSingleton secretCheck(Secret secret, Database database) {
        return () -> database.settle(
                "secret",
                secret.fingerprint(),
                "This store was made with another secret: set SARING_SECRET to that one, or bring back the file secret of"
                        + " SARING_DATA_DIR");
    }

    /** Printed, not logged: logs are kept and passed on. */
    @Bean
    SmartInitializingSingleton firstAdminMade(FirstAdmin firstAdmin) {
        return () -> firstAdmin.makeIfNone().ifPresent(made -> System.out.printf(
                "%nFirst admin: %s%nPassword:    %s%nSign in at /moderation; a password of your own is asked for then."
                        + " This one is not shown again.%n%n",
                made.name(), made.password()));
    }
}
