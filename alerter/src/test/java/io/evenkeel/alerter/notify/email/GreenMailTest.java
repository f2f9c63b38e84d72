package io.evenkeel.alerter.notify.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.evenkeel.alerter.notify.HttpSender;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.Notifier;
import io.evenkeel.alerter.notify.NotifierContext;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.notify.TestCertificate;
import io.evenkeel.alerter.notify.Told;
import io.evenkeel.runtime.settings.Section;
import io.evenkeel.runtime.settings.SettingsFile;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a mail server that others wrote: TLS from the first byte, a login, and what lies in the mailbox. */
class GreenMailTest {
    private static final List<String> PROPERTIES =
            List.of("greenmail.tls.keystore.file", "greenmail.tls.keystore.password");

    // GreenMail reads its keys once
    @TempDir
    private static Path directory;

    private static TestCertificate certificate = new TestCertificate(Path.of(""), Path.of(""));

    private final GreenMail mail = new GreenMail(setup());

    private static ServerSetup setup() {
        ServerSetup setup = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS);
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    @BeforeAll
    static void certify() throws Exception {
        certificate = TestCertificate.of("localhost", directory);
        System.setProperty(PROPERTIES.getFirst(), certificate.keys().toString());
        System.setProperty(PROPERTIES.getLast(), TestCertificate.PASSWORD);
    }

    @AfterAll
    static void forget() {
        PROPERTIES.forEach(System::clearProperty);
    }

    @BeforeEach
    void start() {
        mail.setUser("dba@example.com", "evenkeel", "right");
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    private Outcome send(String password, Message... messages) {
        Section section = SettingsFile.parse(
                "test", """
                host: localhost
                port: %d
                security: tls
                user: evenkeel
                password: %s
                ca-file: %s
                from: Evenkeel <evenkeel@example.com>
                to: [dba@example.com]
                """.formatted(mail.getSmtps().getPort(), password, certificate.pem()), Map.of());
        Notifier notifier = new EmailProvider()
                .read(section)
                .create(new NotifierContext(new HttpSender(Clock.systemUTC()), Optional.empty(), Clock.systemUTC()));
        section.check();
        return Stream.of(messages).map(notifier::send).toList().getLast();
    }

    @Test
    void theMailsLieInTheMailboxAsOneThread() throws Exception {
        assertThat(send("right", Told.opened(), Told.over(""))).isInstanceOf(Outcome.Delivered.class);

        MimeMessage[] received = mail.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[1].getHeader("In-Reply-To")).containsExactly(received[0].getMessageID());
        assertThat(received[0].getFrom()[0]).hasToString("Evenkeel <evenkeel@example.com>");
    }

    @Test
    void aWrongPasswordEndsItAndIsNotTold() {
        assertThat(send("wr0ng", Told.opened()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).contains("535").doesNotContain("wr0ng"));
        assertThat(mail.getReceivedMessages()).isEmpty();
    }
}
