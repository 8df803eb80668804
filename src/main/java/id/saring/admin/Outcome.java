package id.saring.admin;

import id.saring.audit.Lookup;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What became of a message, as charts tell it. */
enum Outcome {
    /** One claim was the answer. */
    ANSWERED("match"),
    /** Claims to choose from. */
    OFFERED("candidates", "keyword"),
    /** Nothing was found, or nothing in it could be looked for. */
    UNANSWERED("not_found", "unreadable"),
    /** Too much at once, too late to be answered, or from somebody who is blocked. */
    HELD_BACK("slowed", "expired", "blocked"),
    /** A command or a greeting, or nothing that could be looked up. */
    UNSEARCHED(Arrays.stream(Lookup.Unsearched.values()).map(Lookup.Unsearched::code).toArray(String[]::new)),
    /** A choice, the next ones, the latest: what follows from an answer. */
    FOLLOWED();

    private final Set<String> codes;

    Outcome(String... codes) {
        this.codes = Set.of(codes);
    }

    static Outcome of(String recorded) {
        return Arrays.stream(values()).filter(one -> one.codes.contains(recorded)).findFirst().orElse(FOLLOWED);
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Outcome::code).toList();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether claims were searched for the message. */
    boolean searched() {
        return this == ANSWERED || this == OFFERED || this == UNANSWERED;
    }
}
