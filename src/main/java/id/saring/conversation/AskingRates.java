package id.saring.conversation;

import id.saring.rate.Rate;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much is answered; whoever asks more is asked to slow down, and answered again when they have.
 *
 * @param person what one person may ask
 * @param group  what all people of one group may ask together
 */
@ConfigurationProperties("saring.conversation.rates")
record AskingRates(Rate person, Rate group) {}
