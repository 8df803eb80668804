package id.saring.webhook;

import id.saring.http.PublicAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/** Keeps webhooks out of the network that this installation stands in. */
final class HookAddresses {
    /** Asks the domain name system, which may take long. */
    interface Names {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final boolean privateToo;
    private final Names names;

    HookAddresses(boolean privateToo) {
        this(privateToo, InetAddress::getAllByName);
    }

    HookAddresses(boolean privateToo, Names names) {
        this.privateToo = privateToo;
        this.names = names;
    }

    /** Whether a hook may be delivered there. */
    boolean allow(InetAddress address) {
        return privateToo || PublicAddresses.contain(address);
    }

    /**
     * Says at once what is wrong with a new hook's address; where its name leads is looked at again whenever it is
     * used.
     *
     * @throws IllegalArgumentException if it is no http(s) address, carries a password, or leads to a place that is not
     * public
     */
    void require(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http") || url.getHost() == null) {
            throw new IllegalArgumentException("A webhook needs an https:// or http:// address");
        }
        if (url.getUserInfo() != null) {
            throw new IllegalArgumentException("A webhook's address must not carry a password");
        }
        if (privateToo) {
            return;
        }
        try {
            for (InetAddress address : names.resolve(url.getHost())) {
                if (!allow(address)) {
                    throw new IllegalArgumentException("A webhook's address must be public");
                }
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("A webhook's address must be known to the domain name system", e);
        }
    }
}
