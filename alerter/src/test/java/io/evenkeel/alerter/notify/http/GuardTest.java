package io.evenkeel.alerter.notify.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
    private static Guard resolving(String... addresses) {
        return new Guard(
                host -> List.of(addresses).stream().map(InetAddress::ofLiteral).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "127.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1",
                "198.18.0.1", "192.0.2.1", "::1", "fc00::1", "fdff::1", "fec0::1", "::ffff:127.0.0.1",
                "::ffff:10.0.0.1", "::10.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "2002:a00:1::1", "2001:db8::1"
            })
    void whatIsPrivateNeedsToBeAllowed(String address) throws IOException {
        assertThatThrownBy(() -> resolving(address).addresses("receiver.example", false))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessageContaining("receiver.example")
                .hasMessageContaining("allow-private: true");
        assertThat(resolving(address).addresses("receiver.example", true)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.170.2",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "255.255.255.255",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "::",
                "fe80::1",
                "ff02::1",
                "fd00:ec2::254",
                "fd20:ce::254",
                "::ffff:169.254.169.254",
                "64:ff9b::169.254.169.254",
                "2002:a9fe:a9fe::1"
            })
    void whatIsForbiddenIsNeverAllowed(String address) {
        assertThatThrownBy(() -> resolving(address).addresses("receiver.example", true))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessageContaining("no receiver may be there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.15.0.1", "172.32.0.1", "192.169.0.1", "100.128.0.1", "2606:4700::1111"})
    void whatIsPublicIsAllowed(String address) throws IOException {
        assertThat(resolving(address).addresses("receiver.example", false)).hasSize(1);
    }

    /** Forms that some resolvers take for addresses of this machine, and others refuse or read in another way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "0177.0.0.1",
                "127.1",
                "127.0.1",
                "017700000001",
                "localhost",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]"
            })
    void noSpellingOfThisMachineGetsThrough(String host) {
        List<InetAddress> allowed;
        try {
            allowed = new Guard().addresses(host, false);
        } catch (IOException refused) {
            allowed = List.of();
        }
        assertThat(allowed).noneMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    void oneAddressThatIsNotAllowedIsEnough() {
        assertThatThrownBy(() -> resolving("1.1.1.1", "10.0.0.1").addresses("receiver.example", false))
                .isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void aNameIsLookedUpOnce() throws IOException {
        Deque<String> answers = new ArrayDeque<>(List.of("1.1.1.1", "127.0.0.1"));
        Guard guard = new Guard(host -> List.of(InetAddress.ofLiteral(answers.removeFirst())));

        assertThat(guard.addresses("rebinding.example", false))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("1.1.1.1");
        assertThat(answers).hasSize(1);
    }
}
