package id.saring.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/** Keeps webhooks out of the network that this installation stands in. */
final class PublicAddresses {
    private final boolean privateToo;

    PublicAddresses(boolean privateToo) {
        this.privateToo = privateToo;
    }

    /** @throws IllegalArgumentException if it is no http(s) address, carries a password, or leads to a place that is not public */
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
            for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
                if (!isPublic(address)) {
                    throw new IllegalArgumentException("A webhook's address must be public");
                }
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("A webhook's address must be known to the domain name system", e);
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (address instanceof Inet4Address) {
            boolean shared = first == 100 && second >= 64 && second < 128;
            boolean benchmark = first == 198 && (second == 18 || second == 19);
            boolean protocol = first == 192 && second == 0;
            return first != 0 && first < 224 && !shared && !benchmark && !protocol;
        }
        boolean uniqueLocal = (first & 0xFE) == 0xFC;
        // Addresses that stand for IPv4 ones: translated (64:ff9b::) and 6to4 (2002::).
        boolean translated = first == 0 && second == 0x64 || first == 0x20 && second == 0x02;
        return !uniqueLocal && !translated && !(first == 0 && second == 0);
    }
}
