package id.saring.whatsapp;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the installation has a WhatsApp number; without one nothing of the channel exists. */
final class NumberGiven implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment().getProperty("saring.whatsapp.phone-number-id", "").isBlank();
    }
}
