package id.saring.factcheck;

import org.jspecify.annotations.Nullable;

/** A search that cannot be carried out as asked, told in the words of the original. */
final class BadSearchException extends RuntimeException {
    private final @Nullable String field;

    private BadSearchException(String message, @Nullable String field) {
        super(message, null, false, false);
        this.field = field;
    }

    /** The parameter that is wrong, as the original names it; null if none is alone. */
    @Nullable String field() {
        return field;
    }

    static BadSearchException argument() {
        return new BadSearchException("Request contains an invalid argument.", null);
    }

    static BadSearchException value(String field, String value) {
        return new BadSearchException("Invalid value at '%s' (TYPE_INT32), \"%s\"".formatted(field, cut(value)), field);
    }

    static BadSearchException unknown(String name) {
        String known = cut(name);
        return new BadSearchException(
                ("Invalid JSON payload received. Unknown name \"%s\": Cannot bind query parameter."
                                + " Field '%s' could not be found in request message.")
                        .formatted(known, known),
                "");
    }

    private static String cut(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100);
    }
}
