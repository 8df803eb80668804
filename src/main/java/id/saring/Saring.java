package id.saring;

import id.saring.audit.AuditConfiguration;
import id.saring.bulletin.BulletinConfiguration;
import id.saring.chat.ChatConfiguration;
import id.saring.claim.Claims;
import id.saring.conversation.ConversationConfiguration;
import id.saring.core.Secret;
import id.saring.db.Database;
import id.saring.exchange.ClaimImport;
import id.saring.factcheck.FactCheckConfiguration;
import id.saring.feeds.FeedConfiguration;
import id.saring.http.HttpConfiguration;
import id.saring.match.MatchConfiguration;
import id.saring.mcp.McpConfiguration;
import id.saring.reply.ReplyConfiguration;
import id.saring.site.SiteConfiguration;
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
    BulletinConfiguration.class,
    MatchConfiguration.class,
    ChatConfiguration.class,
    HttpConfiguration.class,
    ReplyConfiguration.class,
    TelegramConfiguration.class,
    WhatsAppConfiguration.class,
    WebChatConfiguration.class,
    ConversationConfiguration.class,
    FactCheckConfiguration.class,
    FeedConfiguration.class,
    WebhookConfiguration.class,
    McpConfiguration.class,
    SiteConfiguration.class
})
public class Saring {
    /** Serves when it is given nothing but settings ({@code --server.port=80}); else runs the command that is named. */
    public static void main(String[] args) {
        if (Commands.named(args)) {
            System.exit(Commands.run(args));
        }
        SpringApplication.run(Saring.class, args);
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
}
