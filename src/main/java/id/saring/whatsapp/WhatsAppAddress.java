package id.saring.whatsapp;

import id.saring.chat.ChatAddress;
import id.saring.core.Channel;

/**
 * One of our numbers and a person who writes to it. Personal data; {@code toString} hides the person.
 *
 * @param number Meta's id of our number
 * @param person the person's id within our business (such as {@code ID.1349…}), or their phone number in digits if Meta
 *               told no such id
 */
record WhatsAppAddress(String number, String person) {
    private static final char SEPARATOR = '/';

    WhatsAppAddress {
        if (!isDigits(number) || person.isBlank()) {
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
        return isDigits(person) ? "to" : "recipient";
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    @Override
    public String toString() {
        return "WhatsAppAddress[" + number + ", hidden]";
    }
}
