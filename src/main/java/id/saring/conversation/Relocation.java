package id.saring.conversation;

import id.saring.chat.Addresses;
import id.saring.chat.ChatAddress;
import id.saring.chat.ChatMemory;
import id.saring.core.Pseudonym;

/**
 * Follows a person whose platform gave them another id: their language, what they sent for checking and wait for, what
 * they were told, what they asked not to be told, and whether they are answered at all stay theirs.
 */
final class Relocation {
    private final Eraser.Stores stores;
    private final ChatMemory chats;
    private final Addresses addresses;

    Relocation(Eraser.Stores stores, ChatMemory chats, Addresses addresses) {
        this.stores = stores;
        this.chats = chats;
        this.addresses = addresses;
    }

    /** Moves all that is known of a person in a chat of their own; within the caller's transaction. */
    void follow(ChatAddress chat, ChatAddress to) {
        Pseudonym before = addresses.keyOf(chat);
        Pseudonym now = addresses.keyOf(to);
        stores.people().move(before, now);
        stores.lookups().move(before, now);
        stores.questions().move(before, now);
        stores.cases().move(before, now);
        stores.contacts().move(before, to);
        stores.tellings().move(before, now);
        chats.move(before, now);
    }
}
