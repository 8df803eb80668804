package id.saring.reply;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the replies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplySettings.class)
public class ReplyConfiguration {
    @Bean
    Replies replies(ReplySettings settings, Clock clock) {
        return Replies.load(settings.dir(), clock);
    }
}
