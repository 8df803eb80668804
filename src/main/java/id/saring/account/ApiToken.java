package id.saring.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A token by which a program acts for its owner; the token itself is not kept. {@code usedAt} is null if never. */
public record ApiToken(
        long id, String name, Scope scope, Instant createdAt, Instant expiresAt, @Nullable Instant usedAt) {
    public static final int MAX_NAME = 60;
}
