package id.saring.webchat;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The secret that makes a browser the owner of its chat: 128 random bits. Whoever has it reads the chat. */
record ChatToken(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom RANDOM = new SecureRandom();

    ChatToken {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a chat token");
        }
    }

    static ChatToken random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new ChatToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Reads what a browser sent; anything else than a token is none. */
    static Optional<ChatToken> of(@Nullable String value) {
        return value != null && FORM.matcher(value).matches() ? Optional.of(new ChatToken(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "ChatToken[hidden]";
    }
}
