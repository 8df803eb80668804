package id.saring.telegram;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the installation has a Telegram bot; without a token nothing of the channel exists. */
final class TokenGiven implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment().getProperty("saring.telegram.bot-token", "").isBlank();
    }
}
