package io.evenkeel.alerter.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.runtime.settings.Section;
import io.evenkeel.runtime.settings.SettingsFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every notifier has to get right, against a receiver that misbehaves. Each notifier's test inherits it. */
public abstract class NotifierKit {
    protected static final String SECRET = "s3cret";
    private static final String HOSTILE = "x\u202e\u001b[2J\"\\</script>\n\u0000\ud83d\ude00";

    protected final ReceiverFixture receiver = new ReceiverFixture();
    private final Clock clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    private final HttpSender http = new HttpSender(clock, Duration.ofMillis(700));

    protected abstract NotifierProvider provider();

    /** The settings of a receiver at that address, as a user writes them, with {@link #SECRET} where one can be. */
    protected abstract String settings(URI address);

    protected Notifier notifier() {
        return notifier(receiver.uri("/" + SECRET));
    }

    protected Notifier notifier(URI address) {
        Section section = SettingsFile.parse("test", settings(address), Map.of());
        NotifierSettings settings = provider().read(section);
        section.check();
        return settings.create(new NotifierContext(http, Optional.of(URI.create("https://console.example")), clock));
    }

    protected static Message message() {
        Drift opened = Drifts.drift(Severity.CRITICAL, Change.MISSING, "policy", "public", "t", HOSTILE);
        Drift resolved = Drifts.drift(Severity.WARNING, Change.UNEXPECTED, "column", "public", "t", "c");
        return new Message(
                "msg_1",
                Drifts.PRODUCTION,
                List.of(Drifts.opened(opened), Drifts.event(resolved, DriftEvent.Type.RESOLVED, Samples.NOON)));
    }

    @AfterEach
    void close() {
        receiver.close();
        http.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void everySuccessIsDelivered(int status) {
        receiver.reply(ReceiverFixture.Reply.of(status));
        assertThat(notifier().send(message())).isEqualTo(new Outcome.Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503})
    void aPassingTroubleIsRetried(int status) {
        receiver.reply(ReceiverFixture.Reply.of(status));
        assertThat(notifier().send(message())).isInstanceOf(Outcome.RetryLater.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 410, 413})
    void aRefusalIsFinal(int status) {
        receiver.reply(ReceiverFixture.Reply.of(status));
        assertThat(notifier().send(message())).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void theReceiversWishToBeLeftAloneIsHeard() {
        receiver.reply(
                new ReceiverFixture.Reply(429, Map.of("Retry-After", "17"), false),
                new ReceiverFixture.Reply(503, Map.of("Retry-After", "Sun, 22 Nov 2026 12:01:30 GMT"), false),
                new ReceiverFixture.Reply(503, Map.of("Retry-After", "soon"), false));
        assertThat(after(notifier().send(message()))).contains(Duration.ofSeconds(17));
        assertThat(after(notifier().send(message()))).contains(Duration.ofSeconds(90));
        assertThat(after(notifier().send(message()))).isEmpty();
    }

    @Test
    void aReceiverThatHangsIsGivenUpInTime() {
        receiver.reply(new ReceiverFixture.Reply(200, Map.of(), true));
        long start = System.nanoTime();
        assertThat(notifier().send(message())).isInstanceOf(Outcome.RetryLater.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aReceiverThatIsNotThereIsRetried() {
        URI gone = receiver.uri("/" + SECRET);
        receiver.close();
        Outcome outcome = notifier(gone).send(message());
        assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
        assertThat(outcome.toString()).doesNotContain(SECRET);
    }

    @Test
    void aRedirectIsNotFollowed() {
        receiver.reply(new ReceiverFixture.Reply(
                302, Map.of("Location", receiver.uri("/elsewhere").toString()), false));
        assertThat(notifier().send(message())).isInstanceOf(Outcome.Refused.class);
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void hostileNamesStayText() throws Exception {
        notifier().send(message());
        String body = receiver.requests().getFirst().body();
        Json.read(body.getBytes(StandardCharsets.UTF_8), Object.class);
        assertThat(body.chars()).noneMatch(c -> c < ' ');
    }

    @Test
    void noSecretIsTold() {
        receiver.reply(ReceiverFixture.Reply.of(400), ReceiverFixture.Reply.of(503));
        Notifier notifier = notifier();
        assertThat(notifier.send(message()).toString()).doesNotContain(SECRET);
        assertThat(notifier.send(message()).toString()).doesNotContain(SECRET);
        assertThat(notifier.toString()).doesNotContain(SECRET);
        assertThat(receiver.requests()).noneMatch(request -> request.body().contains(SECRET));
    }

    private static Optional<Duration> after(Outcome outcome) {
        return outcome instanceof Outcome.RetryLater later ? later.after() : Optional.empty();
    }
}
