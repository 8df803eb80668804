package id.saring.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells addresses of the public internet from those of this machine and the networks around it. */
public final class PublicAddresses {
    /** Networks no public address is in: RFC 6890 and what was set aside later. */
    private static final int[][] V4 = {
        {net(0), 8}, {net(10), 8}, {net(100, 64), 10}, {net(127), 8}, {net(169, 254), 16}, {net(172, 16), 12},
                {net(192, 0, 0), 24},
        {net(192, 0, 2), 24}, {net(192, 88, 99), 24}, {net(192, 168), 16}, {net(198, 18), 15}, {net(198, 51, 100), 24},
        {net(203, 0, 113), 24}, {net(224), 4}, {net(240), 4}
    };

    private PublicAddresses() {}

    /** Whether anybody on the internet means the same machine by this address as we do. */
    public static boolean contain(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublic(six);
            default -> false;
        };
    }

    private static boolean isPublic(byte[] address) {
        int bits = 0;
        for (byte b : address) {
            bits = bits << 8 | b & 0xFF;
        }
        for (int[] network : V4) {
            if ((bits ^ network[0]) >>> (32 - network[1]) == 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Global unicast is 2000::/3; within it and beside it there are ways to name an IPv4 address, which then decides.
     */
    private static boolean isPublic(Inet6Address address) {
        byte[] bytes = address.getAddress();
        if (startsWith(bytes, 0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return embedded(bytes, 12);
        }
        if ((bytes[0] & 0xE0) != 0x20
                || startsWith(bytes, 0x20, 0x01, 0x00) // IETF protocols, Teredo, ORCHID and their like
                || startsWith(bytes, 0x20, 0x01, 0x01)
                || startsWith(bytes, 0x20, 0x01, 0x0D, 0xB8)
                || startsWith(bytes, 0x3F, 0xFF)) {
            return false;
        }
        return !startsWith(bytes, 0x20, 0x02) || embedded(bytes, 2);
    }

    private static boolean embedded(byte[] bytes, int from) {
        try {
            return contain(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static int net(int... parts) {
        int bits = 0;
        for (int i = 0; i < 4; i++) {
            bits = bits << 8 | (i < parts.length ? parts[i] : 0);
        }
        return bits;
    }
}
