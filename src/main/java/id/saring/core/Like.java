package id.saring.core;

/** Operands of {@code LIKE … ESCAPE '!'}. */
public final class Like {
    private Like() {}

    /** Finds all texts that hold {@code part}, letter by letter. */
    public static String part(String part) {
        return '%' + part.replaceAll("[!%_]", "!$0") + '%';
    }
}
