package id.saring.chat;

import id.saring.core.Pseudonym;
import id.saring.core.Pseudonyms;
import id.saring.core.Sealer;

/** Addresses as they may lie on disk: sealed, beside a key that tells chats apart and nothing more. */
public final class Addresses {
    private final MessageCodec codec;
    private final ChatKeys keys;

    public Addresses(Sealer sealer, Pseudonyms pseudonyms) {
        this.codec = new MessageCodec(sealer);
        this.keys = new ChatKeys(pseudonyms);
    }

    public byte[] seal(ChatAddress address) {
        return codec.seal(address);
    }

    /** @throws IllegalArgumentException if it was sealed under another secret or has been altered */
    public ChatAddress open(byte[] sealed) {
        return codec.openAddress(sealed);
    }

    /** Stands for the chat in every table; of a chat with one person it is that person's pseudonym. */
    public Pseudonym keyOf(ChatAddress address) {
        return keys.chat(address);
    }
}
