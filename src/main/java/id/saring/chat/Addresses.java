package id.saring.chat;

import id.saring.core.Pseudonym;
import id.saring.core.Pseudonyms;
import id.saring.core.QuestionKey;
import id.saring.core.Sealer;

/** Addresses as they may lie on disk: sealed, beside keys that tell chats and messages apart and nothing more. */
public final class Addresses {
    private final MessageCodec codec;
    private final ChatKeys keys;

    /** For addresses and messages of no store in particular. */
    public Addresses(Sealer sealer, Pseudonyms pseudonyms) {
        this(new MessageCodec(sealer), new ChatKeys(pseudonyms));
    }

    Addresses(MessageCodec codec, ChatKeys keys) {
        this.codec = codec;
        this.keys = keys;
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

    /** Stands for the message in every table, as in the inbox; the same each time it is delivered. */
    public QuestionKey keyOf(IncomingMessage message) {
        return new QuestionKey(keys.hash(message));
    }
}
