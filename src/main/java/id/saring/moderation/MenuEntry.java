package id.saring.moderation;

import id.saring.account.Account;

/**
 * A place in the navigation of the pages of staff.
 *
 * @param key   its words are {@code menu.<key>} of the messages
 * @param path  where it leads; pages below it count as being there
 * @param order the smaller, the earlier
 * @param admin whether only admins see it
 */
public record MenuEntry(String key, String path, int order, boolean admin) {
    public boolean seenBy(Account account) {
        return !admin || account.admin();
    }

    public boolean covers(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }
}
