package id.saring.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A word only we and the other side know; {@code toString} hides it. */
public record SharedSecret(String value) {
    /** Whether this was given, told in a time that does not say how much of it is right. */
    public boolean is(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SharedSecret[hidden]";
    }
}
