package id.saring.claim;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A page that supports a verdict.
 *
 * @throws IllegalArgumentException if the title is blank or the address is not an absolute http(s) one
 */
public record Source(String title, String url, @Nullable String publisher) {
    public Source {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A source needs a title");
        }
        requireWebAddress(url);
    }

    static void requireWebAddress(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null) {
                throw new IllegalArgumentException("Not a web address: " + url);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not a web address: " + url, e);
        }
    }
}
