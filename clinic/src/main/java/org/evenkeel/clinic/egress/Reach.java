package org.evenkeel.clinic.egress;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/// Which addresses belong to servers of the public network.
///
/// By the registries of addresses for special purposes (RFC 6890). Of IPv6 only what is given out
/// to the public counts, less the two ranges that carry an IPv4 address within.
final class Reach {
    private static final List<Range> NOT_PUBLIC = List.of(
            // this network, private networks, shared by carriers
            Range.of("0.0.0.0", 8),
            Range.of("10.0.0.0", 8),
            Range.of("100.64.0.0", 10),
            // this machine, and its link with the addresses where clouds tell secrets
            Range.of("127.0.0.0", 8),
            Range.of("169.254.0.0", 16),
            Range.of("172.16.0.0", 12),
            Range.of("192.0.0.0", 24),
            Range.of("192.168.0.0", 16),
            Range.of("198.18.0.0", 15),
            // many at once, and reserved
            Range.of("224.0.0.0", 3),
            Range.of("2001::", 32),
            Range.of("2002::", 16));

    private static final Range PUBLIC_V6 = Range.of("2000::", 3);

    private Reach() {}

    static boolean isPublic(InetAddress address) {
        return (address instanceof Inet4Address || PUBLIC_V6.holds(address))
                && NOT_PUBLIC.stream().noneMatch(range -> range.holds(address));
    }

    /// Addresses with the same beginning.
    ///
    /// @param first one of them
    /// @param bits how many of its bits all share
    private record Range(InetAddress first, int bits) {
        static Range of(String first, int bits) {
            return new Range(InetAddress.ofLiteral(first), bits);
        }

        boolean holds(InetAddress address) {
            byte[] ours = first.getAddress();
            byte[] theirs = address.getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
