package id.saring.moderation;

import id.saring.account.Account;

/**
 * A place in the navigation of the pages of staff.
 *
 * @param key   its words are {@code menu.<key>} of the messages
 * @param path  where it leads
 * @param below pages at and below this count as being there too
 * @param order the smaller, the earlier
 * @param admin whether only admins see it
 */
public record MenuEntry(String key, String path, String below, int order, boolean admin) {
    /** A place to which all pages below it belong. */
    public MenuEntry(String key, String path, int order, boolean admin) {
        this(key, path, path, order, admin);
    }

    public boolean seenBy(Account account) {
        return !admin || account.admin();
    }

    public boolean covers(String address) {
        return address.equals(path) || address.equals(below) || address.startsWith(below + "/");
    }
}
