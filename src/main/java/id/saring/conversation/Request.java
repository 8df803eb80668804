package id.saring.conversation;

import id.saring.core.ClaimId;
import id.saring.core.Language;
import org.jspecify.annotations.Nullable;

/** What a person asks for in writing. */
sealed interface Request {
    /**
     * Text to be checked.
     *
     * @param asked whether it came with the command to check it, rather than being a message as it spreads
     */
    record Check(String text, boolean asked) implements Request {}

    /** The command to check something, without anything to check. */
    record CheckWhat() implements Request {}

    /** A number, perhaps one from the list shown last; from 1. */
    record Pick(int number, String text) implements Request {}

    /** A link to a claim was followed. */
    record Open(ClaimId claim) implements Request {}

    record Start() implements Request {}

    record Help() implements Request {}

    record About() implements Request {}

    record Latest() implements Request {}

    /** To answer in {@code language}, or to ask which one if none was named. */
    record ChangeLanguage(@Nullable Language language) implements Request {}

    /** To be told nothing of our own accord. */
    record StopNotices() implements Request {}

    /** To have everything about oneself erased. */
    record Erase() implements Request {}

    record Thank() implements Request {}

    record UnknownCommand() implements Request {}
}
