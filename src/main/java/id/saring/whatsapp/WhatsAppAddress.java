package id.saring.whatsapp;

import id.saring.chat.ChatAddress;
import id.saring.core.Channel;
import java.util.regex.Pattern;

/**
 * One of our numbers and a person who writes to it. Personal data; {@code toString} hides the person.
 *
 * @param number Meta's id of our number
 * @param person the person's id within our business (such as {@code ID.1349…}), or their phone number in digits if Meta
 *               told no such id
 */
record WhatsAppAddress(String number, String person) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final char SEPARATOR = '/';

    WhatsAppAddress {
        if (!DIGITS.matcher(number).matches() || person.isBlank()) {
            throw new IllegalArgumentException("A WhatsApp address needs the id of our number and a person");
        }
    }

    static WhatsAppAddress of(ChatAddress chat) {
        int end = chat.chat().indexOf(SEPARATOR);
        if (end < 0) {
            throw new IllegalArgumentException("Not an address of WhatsApp");
        }
        return new WhatsAppAddress(chat.chat().substring(0, end), chat.chat().substring(end + 1));
    }

    ChatAddress chat() {
        return new ChatAddress(Channel.WHATSAPP, number + SEPARATOR + person);
    }

    /** The field by which a message is addressed to the person. */
    String field() {
        return DIGITS.matcher(person).matches() ? "to" : "recipient";
    }

    @Override
    public String toString() {
        return "WhatsAppAddress[" + number + ", hidden]";
    }
}
