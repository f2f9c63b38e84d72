package io.evenkeel.alerter.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.notify.HttpNotifierKit;
import io.evenkeel.alerter.notify.Notifier;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.alerter.notify.Told;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackBotTest extends HttpNotifierKit {
    private static final String REFERENCE = "C0123/1763812800.000100";

    @Override
    protected NotifierProvider provider() {
        return new SlackProvider();
    }

    @Override
    protected String settings(URI address) {
        return "api-url: " + address + "\ntoken: " + SECRET + "\nchannel: '#database'\n";
    }

    @Override
    protected ReceiverFixture.Reply usual() {
        return ReceiverFixture.Reply.json("{\"ok\":true,\"channel\":\"C0123\",\"ts\":\"1763812800.000100\"}");
    }

    @Override
    protected int limit() {
        return 13_000;
    }

    @Override
    protected void checkHostile(String sent) throws Exception {
        super.checkHostile(sent);
        assertThat(sent).doesNotContain("<", SECRET);
        SlackLimits.check(sent);
    }

    @Test
    void whatIsNewIsPostedAndItsPlaceRemembered() throws Exception {
        Outcome outcome = notifier().send(Told.opened());

        assertThat(outcome).isEqualTo(new Outcome.Delivered(Optional.of(REFERENCE)));
        ReceiverFixture.Request request = receiver.requests().getFirst();
        assertThat(request.path()).isEqualTo("/" + SECRET + "/chat.postMessage");
        assertThat(request.headers()).containsEntry("Authorization", "Bearer " + SECRET);
        assertGolden("slack-bot-opened.json", request.body());
    }

    @Test
    void whatIsResolvedIsWrittenIntoTheSameMessage() throws Exception {
        notifier().send(Told.partly(REFERENCE));

        assertThat(receiver.requests()).hasSize(1);
        assertThat(receiver.requests().getFirst().path()).endsWith("/chat.update");
        assertGolden("slack-bot-partly.json", sent().getFirst());
    }

    @Test
    void theOldMessageIsUpdatedBeforeANewOneIsPosted() throws Exception {
        Outcome outcome = notifier().send(Told.over(REFERENCE));

        assertThat(outcome).isEqualTo(new Outcome.Delivered(Optional.of(REFERENCE)));
        assertThat(receiver.requests())
                .extracting(request -> request.path().replaceFirst(".*/", ""))
                .containsExactly("chat.update", "chat.postMessage");
        assertGolden("slack-bot-over.json", sent().getFirst());
    }

    @Test
    void aRepeatLeavesOutWhatWasTakenAlready() {
        Notifier notifier = notifier();
        receiver.reply(usual(), ReceiverFixture.Reply.of(503));
        assertThat(notifier.send(Told.over(REFERENCE))).isInstanceOf(Outcome.RetryLater.class);
        assertThat(notifier.send(Told.over(REFERENCE))).isInstanceOf(Outcome.Delivered.class);
        assertThat(receiver.requests())
                .extracting(request -> request.path().replaceFirst(".*/", ""))
                .containsExactly("chat.update", "chat.postMessage", "chat.postMessage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message_not_found", "edit_window_closed", "cant_update_message"})
    void aMessageThatIsGoneIsPostedAgain(String error) {
        receiver.reply(ReceiverFixture.Reply.json("{\"ok\":false,\"error\":\"" + error + "\"}"));
        assertThat(notifier().send(Told.partly(REFERENCE))).isInstanceOf(Outcome.Delivered.class);
        assertThat(receiver.requests()).hasSize(2);
        assertThat(receiver.requests().getLast().path()).endsWith("/chat.postMessage");
    }

    @Test
    void aMessageWithoutAPlaceIsPosted() {
        notifier().send(Told.partly(""));
        assertThat(receiver.requests()).hasSize(1);
        assertThat(receiver.requests().getFirst().path()).endsWith("/chat.postMessage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_auth", "channel_not_found", "not_in_channel", "msg_too_long"})
    void errorsThatStayEndIt(String error) {
        receiver.reply(ReceiverFixture.Reply.json("{\"ok\":false,\"error\":\"" + error + "\"}"));
        assertThat(notifier().send(message())).isEqualTo(new Outcome.Refused("Slack answered " + error));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ok\":false,\"error\":\"internal_error\"}",
                "{\"ok\":false,\"error\":\"\\u001b[2J\"}",
                "<html>"
            })
    void errorsThatPassAreTriedAgain(String body) {
        receiver.reply(ReceiverFixture.Reply.json(body));
        Outcome outcome = notifier().send(message());
        assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
        assertThat(outcome.toString().chars()).noneMatch(c -> c < ' ');
    }
}
