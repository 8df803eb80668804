package id.saring.account;

import id.saring.core.Stamps;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Pseudonyms of network addresses: the same address is recognised again, and nobody can tell which it was. */
public final class Origins {
    /** Half an IPv6 address names a customer, the rest is theirs to choose. */
    private static final int NETWORK_BYTES = 8;

    private static final int SHOWN = 16;

    private final Stamps stamps;

    Origins(Stamps stamps) {
        this.stamps = stamps;
    }

    /** @param address as the server sees it; a literal, never looked up */
    public String of(String address) {
        return stamps.of(network(address)).substring(0, SHOWN);
    }

    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_BYTES)
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
