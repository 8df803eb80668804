package id.saring.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who does something, and from where.
 *
 * @param id     the account's id; null if nobody is signed in
 * @param name   the account's name at the time
 * @param origin pseudonym of the network address, or {@code terminal} or {@code server}; never the address itself
 */
public record Actor(@Nullable Long id, String name, String origin) {
    /** The person at the command line, who needs no account. */
    public static final Actor TERMINAL = new Actor(null, "terminal", "terminal");

    /** Saring itself, of its own accord. */
    public static final Actor SERVER = new Actor(null, "saring", "server");
}
