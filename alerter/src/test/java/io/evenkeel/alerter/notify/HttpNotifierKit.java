package io.evenkeel.alerter.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.contract.wire.Json;
import io.evenkeel.runtime.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every notifier has to get right that posts over HTTP. Each such notifier's test inherits it. */
public abstract class HttpNotifierKit extends NotifierKit {
    protected final ReceiverFixture receiver = new ReceiverFixture(usual());
    private final RawReceiver dripping = RawReceiver.dripping("HTTP/1.1 200 OK\r\nX-Drip: ");

    /** What the receiver answers when all is well. */
    protected ReceiverFixture.Reply usual() {
        return ReceiverFixture.Reply.of(200);
    }

    /** The settings of a receiver at that address, as a user writes them, without those of the network. */
    protected abstract String settings(URI address);

    protected final Notifier notifier(URI address) {
        return notifier(settings(address) + "allow-private: true\n");
    }

    @Override
    protected Notifier notifier() {
        return notifier(receiver.uri("/" + SECRET));
    }

    @Override
    protected Notifier dripping() {
        return notifier(dripping.uri("/" + SECRET));
    }

    @Override
    protected Notifier gone() {
        URI gone = receiver.uri("/" + SECRET);
        receiver.close();
        return notifier(gone);
    }

    @Override
    protected void answer(Answer next) {
        receiver.reply(
                switch (next) {
                    case TAKES -> usual();
                    case NOT_NOW -> ReceiverFixture.Reply.of(503);
                    case NEVER -> ReceiverFixture.Reply.of(400);
                    case HANGS -> new ReceiverFixture.Reply(200, Map.of(), true);
                });
    }

    @Override
    protected List<String> sent() {
        return receiver.requests().stream().map(ReceiverFixture.Request::body).toList();
    }

    @Override
    protected void checkHostile(String sent) throws Exception {
        Json.read(sent.getBytes(StandardCharsets.UTF_8), Object.class);
        assertThat(sent.chars()).noneMatch(c -> c < ' ');
    }

    /** Compares what was sent with the file; the actual text is left in the build directory to look at, or to take. */
    protected static void assertGolden(String file, String json) throws Exception {
        String pretty = Json.pretty(Json.read(json.getBytes(StandardCharsets.UTF_8), Object.class)) + "\n";
        Path actual = Path.of("target", "golden", file);
        Files.createDirectories(actual.getParent());
        Files.writeString(actual, pretty);
        assertThat(pretty).isEqualTo(resource(file));
    }

    private static String resource(String file) throws IOException {
        try (InputStream input = HttpNotifierKit.class.getResourceAsStream("/notify/" + file)) {
            return input == null ? "no file " + file : new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterEach
    void close() {
        receiver.close();
        dripping.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void statusesThatPassAreTriedAgain(int status) {
        receiver.reply(ReceiverFixture.Reply.of(status));
        assertThat(notifier().send(message())).isInstanceOf(Outcome.RetryLater.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 413, 422})
    void statusesThatStayEndIt(int status) {
        receiver.reply(ReceiverFixture.Reply.of(status));
        assertThat(notifier().send(message())).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void theReceiversWishToBeLeftAloneIsHeard() {
        receiver.reply(
                new ReceiverFixture.Reply(429, Map.of("Retry-After", "17"), false),
                new ReceiverFixture.Reply(503, Map.of("Retry-After", "Sun, 22 Nov 2026 12:01:30 GMT"), false),
                new ReceiverFixture.Reply(503, Map.of("Retry-After", "soon"), false));
        Notifier notifier = notifier();
        assertThat(after(notifier.send(message()))).contains(Duration.ofSeconds(17));
        assertThat(after(notifier.send(message()))).contains(Duration.ofSeconds(90));
        assertThat(after(notifier.send(message()))).isEmpty();
    }

    private static Optional<Duration> after(Outcome outcome) {
        return outcome instanceof Outcome.RetryLater later ? later.after() : Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        receiver.reply(new ReceiverFixture.Reply(
                status, Map.of("Location", receiver.uri("/elsewhere").toString()), false));
        assertThat(notifier().send(message())).isInstanceOf(Outcome.Refused.class);
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        receiver.reply(new ReceiverFixture.Reply(503, Map.of(), "x".repeat(4 * 1024 * 1024), false));
        assertThat(notifier().send(message())).isInstanceOf(Outcome.RetryLater.class);
    }

    @Test
    void aReceiverInAPrivateNetworkNeedsToBeAllowed() {
        String elsewhere = settings(URI.create("https://127.0.0.1:9/" + SECRET));
        assertThat(notifier(elsewhere + "allow-private: false\n").send(message()))
                .isInstanceOfSatisfying(
                        Outcome.RetryLater.class,
                        later -> assertThat(later.why())
                                .contains("127.0.0.1", "allow-private: true")
                                .doesNotContain(SECRET));
    }

    @Test
    void aMetadataServiceIsNeverAllowed() {
        assertThat(notifier(URI.create("http://169.254.169.254/" + SECRET)).send(message()))
                .isInstanceOfSatisfying(
                        Outcome.RetryLater.class,
                        later -> assertThat(later.why()).contains("metadata").doesNotContain(SECRET));
    }

    @Test
    void whatEverybodyCanReadIsRefused() {
        assertThatThrownBy(() ->
                        read(settings(URI.create("http://receiver.example/" + SECRET)) + "allow-private: false\n"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("https://")
                .message()
                .doesNotContain(SECRET);
    }

    @Test
    void aProxyIsAsked() {
        String settings = settings(URI.create("http://receiver.example/" + SECRET));
        assertThat(notifier(settings + "allow-private: true\nproxy: " + receiver.uri("") + "\nproxy-credentials: u:p\n")
                        .send(message()))
                .isInstanceOf(Outcome.Delivered.class);
        ReceiverFixture.Request request = receiver.requests().getFirst();
        assertThat(request.path()).startsWith("http://receiver.example/" + SECRET);
        assertThat(request.headers())
                .containsEntry("Host", "receiver.example")
                .containsEntry("Proxy-Authorization", "Basic dTpw");
    }
}
