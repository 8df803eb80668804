package id.saring.reply;

import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the replies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplySettings.class)
public class ReplyConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyConfiguration.class);

    @Bean
    Replies replies(ReplySettings settings, Clock clock) {
        if (settings.packed(Path.of(""))) {
            LOG.info("There is no folder {}; replies use the texts packed with Saring", settings.dir());
            return Replies.packed(clock);
        }
        return Replies.load(Path.of(settings.dir()), clock);
    }
}
