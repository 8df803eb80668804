package id.saring.whatsapp;

import id.saring.chat.SendLimits;
import id.saring.chat.SendingRates;
import id.saring.rate.Rate;
import java.util.Set;

/** Our numbers at WhatsApp, by Meta's ids, and how fast each may send. */
record OurNumbers(Set<String> ids, SendingRates rates) {
    OurNumbers {
        ids = Set.copyOf(ids);
    }

    boolean have(WhatsAppAddress address) {
        return ids.contains(address.number());
    }

    SendLimits limits() {
        return new SendLimits(
                Rate.perSecond(rates.whatsappPerSecond()),
                ids.size(),
                to -> WhatsAppAddress.of(to).number(),
                to -> rates.whatsappPair());
    }
}
