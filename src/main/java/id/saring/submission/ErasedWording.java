package id.saring.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Words that only somebody who was erased had sent, and that are to go wherever staff copied them to.
 *
 * @param instead how others put it, if they sent the same in other spelling
 * @param sentAt  when the person first sent them
 */
public record ErasedWording(String text, @Nullable String instead, Instant sentAt) {
    @Override
    public String toString() {
        return "ErasedWording[" + text.length() + " characters]";
    }
}
