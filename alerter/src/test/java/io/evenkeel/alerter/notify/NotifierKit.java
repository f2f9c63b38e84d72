package io.evenkeel.alerter.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.notify.http.Guard;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
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
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every notifier has to get right, by whatever protocol, against a receiver that misbehaves. */
public abstract class NotifierKit {
    protected static final String SECRET = "s3cret";
    protected static final String HOSTILE =
            "x\u202e\u001b[2J\"\\</script><b>&amp;`*_~[a](http://evil.example)<!channel>\r\n.\r\n\u0000\ud83d\ude00";
    protected final Clock clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);

    /** How long a notifier that is made now waits: long enough for a busy machine, short where waiting is the point. */
    protected Duration patience = Duration.ofSeconds(10);

    protected final NotifierContext context() {
        return new NotifierContext(
                new HttpSender(clock, new Guard(), patience),
                Optional.of(URI.create("https://console.example")),
                clock,
                Told::cause);
    }

    /** In which ways receivers answer. */
    protected enum Answer {
        TAKES,
        NOT_NOW,
        NEVER,
        HANGS
    }

    protected abstract NotifierProvider provider();

    /** A notifier for the receiver of this test, with {@link #SECRET} wherever its settings have a secret. */
    protected abstract Notifier notifier();

    /** A notifier for a receiver that says a byte now and then and never comes to an end. */
    protected abstract Notifier dripping();

    /** A notifier for a receiver that is no longer there. */
    protected abstract Notifier gone();

    protected abstract void answer(Answer next);

    /** What the receiver was sent, as it came. */
    protected abstract List<String> sent();

    /** Fails unless what was sent is whole and says {@link #HOSTILE} as text. */
    protected abstract void checkHostile(String sent) throws Exception;

    /** How many bytes the receiver takes at once. */
    protected abstract int limit();

    protected final Notifier notifier(String settings) {
        return read(settings).create(context());
    }

    protected final NotifierSettings read(String settings) {
        Section section = SettingsFile.parse("test", settings, Map.of());
        NotifierSettings read = provider().read(section);
        section.check();
        return read;
    }

    protected static Message message(DriftEvent... events) {
        return Told.message("msg_1", List.of(), events);
    }

    protected static Message message() {
        Drift opened = Drifts.drift(Severity.CRITICAL, Change.MISSING, "policy", "public", "t", HOSTILE);
        Drift resolved = Drifts.drift(Severity.WARNING, Change.UNEXPECTED, "column", "public", "t", "c");
        return message(Drifts.opened(opened), Drifts.event(resolved, DriftEvent.Type.RESOLVED, Samples.NOON));
    }

    /** As many events as go out together, each as large as a definition may be. */
    protected static Message huge() {
        String long1 = "\"<&>\n" + "\ud83d\ude00 lorem ipsum ".repeat(2000);
        return message(IntStream.range(0, 200)
                .mapToObj(i -> Drifts.opened(Drifts.drift(
                        Severity.CRITICAL,
                        Change.DIFFERENT,
                        List.of(Drifts.texts("definition", long1, long1 + i)),
                        new TreeMap<>(),
                        "function",
                        "public",
                        "f" + i + "<&>`" + "n".repeat(300))))
                .toArray(DriftEvent[]::new));
    }

    @Test
    void whatIsTakenIsDelivered() {
        answer(Answer.TAKES);
        assertThat(notifier().send(message())).isInstanceOf(Outcome.Delivered.class);
        assertThat(sent()).isNotEmpty();
    }

    @Test
    void aPassingTroubleIsTriedAgain() {
        Notifier notifier = notifier();
        answer(Answer.NOT_NOW);
        assertThat(notifier.send(message())).isInstanceOf(Outcome.RetryLater.class);
        answer(Answer.TAKES);
        assertThat(notifier.send(message())).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void aRefusalEndsIt() {
        answer(Answer.NEVER);
        assertThat(notifier().send(message())).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aReceiverThatHangsIsGivenUpInTime() {
        answer(Answer.HANGS);
        patience = Duration.ofMillis(500);
        endsInTime(notifier());
    }

    @Test
    void aReceiverThatDripsIsGivenUpInTime() {
        patience = Duration.ofMillis(500);
        endsInTime(dripping());
    }

    private static void endsInTime(Notifier notifier) {
        long start = System.nanoTime();
        assertThat(notifier.send(message())).isInstanceOf(Outcome.RetryLater.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aReceiverThatIsNotThereIsTriedAgain() {
        Outcome outcome = gone().send(message());
        assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
        assertThat(outcome.toString()).doesNotContain(SECRET);
    }

    @Test
    void hostileNamesStayText() throws Exception {
        notifier().send(message());
        assertThat(sent()).isNotEmpty();
        for (String each : sent()) {
            checkHostile(each);
        }
    }

    @Test
    void noSecretIsTold() {
        Notifier notifier = notifier();
        answer(Answer.NEVER);
        assertThat(notifier.send(message()).toString()).doesNotContain(SECRET);
        answer(Answer.NOT_NOW);
        assertThat(notifier.send(message()).toString()).doesNotContain(SECRET);
        assertThat(notifier.toString()).doesNotContain(SECRET);
    }

    @Test
    void aHugeMessageIsCutVisiblyToWhatTheReceiverTakes() {
        assertThat(notifier().send(huge())).isInstanceOf(Outcome.Delivered.class);
        assertThat(sent())
                .isNotEmpty()
                .allSatisfy(body ->
                        assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(limit()));
        assertThat(String.join("", sent())).contains(cutMark());
    }

    /** What tells people that something is missing. */
    protected String cutMark() {
        return "more";
    }

    @Test
    void anEmptyMessageHarmsNothing() {
        assertThat(notifier().send(message(new DriftEvent[0]))).isInstanceOf(Outcome.Delivered.class);
    }
}
