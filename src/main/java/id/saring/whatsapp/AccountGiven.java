package id.saring.whatsapp;

import java.util.stream.Stream;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the installation has a number or a token at WhatsApp; without either nothing of the channel exists. */
final class AccountGiven implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Stream.of("phone-number-id", "access-token")
                .anyMatch(name -> !context.getEnvironment().getProperty("saring.whatsapp." + name, "").isBlank());
    }
}
