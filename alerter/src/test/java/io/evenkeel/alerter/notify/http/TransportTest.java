package io.evenkeel.alerter.notify.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.alerter.notify.RawReceiver;
import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.runtime.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final SSLSocketFactory TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Transport transport = new Transport(new Guard(), PATIENCE, PATIENCE);

    private static Target target(URI uri) {
        return new Target(uri, new Network(true, Optional.empty(), TLS));
    }

    private Response post(RawReceiver receiver) throws IOException, InterruptedException {
        try (receiver) {
            return transport.post(target(receiver.uri("/")), Map.of(), BODY, true);
        }
    }

    @Test
    void theBodyEndsWhereItsLengthSays() throws Exception {
        Response response = post(RawReceiver.saying("HTTP/1.1 200 OK\r\ncontent-length: 3\r\nX-A:  b \r\n\r\nabcdef"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("x-a")).contains("b");
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("abc");
    }

    @Test
    void chunksArePutTogether() throws Exception {
        Response response = post(RawReceiver.saying(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n"));
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("abc0123456789");
    }

    @Test
    void anInterimAnswerIsPassedOver() throws Exception {
        assertThat(post(RawReceiver.saying("HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 204 None\r\n\r\n"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aBodyWithoutEndIsCut() throws Exception {
        String flood = "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1024 * 1024);
        assertThat(post(RawReceiver.saying(flood)).body()).hasSize(Wire.MAX_BODY);
        String chunks = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n" + "x".repeat(1024 * 1024);
        assertThat(post(RawReceiver.saying(chunks)).body()).hasSize(Wire.MAX_BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200",
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno end",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void whatIsNoAnswerIsAFailure(String said) {
        assertThatThrownBy(() -> post(RawReceiver.saying(said))).isInstanceOf(IOException.class);
    }

    @Test
    void headersWithoutEndAreAFailure() {
        assertThatThrownBy(() -> post(RawReceiver.saying("HTTP/1.1 200 OK\r\n" + "X-A: b\r\n".repeat(100_000))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatDripsIsGivenUpInTime() {
        Transport impatient = new Transport(new Guard(), PATIENCE, Duration.ofMillis(500));
        long start = System.nanoTime();
        try (RawReceiver receiver = RawReceiver.dripping("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")) {
            assertThatThrownBy(() -> impatient.post(target(receiver.uri("/")), Map.of(), BODY, true))
                    .isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aBodyThatNobodyWantsIsNotWaitedFor() throws Exception {
        try (RawReceiver receiver = RawReceiver.dripping("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")) {
            assertThat(transport
                            .post(target(receiver.uri("/")), Map.of(), BODY, false)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theConnectionGoesToTheAddressThatWasChecked() throws Exception {
        try (ReceiverFixture receiver = new ReceiverFixture()) {
            Guard guard = new Guard(host -> List.of(InetAddress.getLoopbackAddress()));
            Transport guarded = new Transport(guard, PATIENCE, PATIENCE);
            URI uri = URI.create("http://receiver.invalid:" + receiver.uri("").getPort() + "/a?b=c");

            assertThat(guarded.post(target(uri), Map.of("X-A", "b"), BODY, false)
                            .status())
                    .isEqualTo(200);
            ReceiverFixture.Request request = receiver.requests().getFirst();
            assertThat(request.path()).isEqualTo("/a?b=c");
            assertThat(request.headers())
                    .containsEntry("Host", uri.getAuthority())
                    .containsEntry("X-A", "b");
            assertThat(request.body()).isEqualTo("{}");
        }
    }

    @Test
    void theNextAddressIsTriedWhereOneDoesNotAnswer() throws Exception {
        try (ReceiverFixture receiver = new ReceiverFixture()) {
            Guard guard =
                    new Guard(host -> List.of(InetAddress.ofLiteral("127.0.0.9"), InetAddress.getLoopbackAddress()));
            Transport guarded = new Transport(guard, PATIENCE, PATIENCE);
            URI uri = URI.create("http://receiver.invalid:" + receiver.uri("").getPort() + "/");
            assertThat(guarded.post(target(uri), Map.of(), BODY, false).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aProxyIsAskedForATunnel() {
        try (RawReceiver proxy = RawReceiver.saying("HTTP/1.1 407 No\r\n\r\n")) {
            Network network = new Network(
                    false,
                    Optional.of(new Network.Proxy("127.0.0.1", proxy.port(), Optional.of(new Secret("u:p")))),
                    TLS);
            Target target = new Target(URI.create("https://receiver.example/secret"), network);

            assertThatThrownBy(() -> transport.post(target, Map.of(), BODY, false))
                    .hasMessage("the proxy answered 407");
            assertThat(proxy.heads())
                    .singleElement()
                    .asString()
                    .startsWith("CONNECT receiver.example:443 HTTP/1.1\r\n")
                    .contains("Proxy-Authorization: Basic dTpw")
                    .doesNotContain("secret");
        }
    }

    @Test
    void anAddressBehindAProxyIsCheckedAllTheSame() {
        Network network = new Network(false, Optional.of(new Network.Proxy("127.0.0.1", 9, Optional.empty())), TLS);
        assertThatThrownBy(() -> transport.post(
                        new Target(URI.create("https://169.254.169.254/"), network), Map.of(), BODY, false))
                .isInstanceOf(RefusedAddressException.class);
    }
}
