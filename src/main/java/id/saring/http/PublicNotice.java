package id.saring.http;

import java.util.Locale;
import java.util.Optional;

/** What all who open the public page should know just now, such as that Saring is being worked on; mostly nothing. */
@FunctionalInterface
public interface PublicNotice {
    Optional<String> in(Locale locale);
}
