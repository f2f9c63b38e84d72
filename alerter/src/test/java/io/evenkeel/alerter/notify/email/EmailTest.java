package io.evenkeel.alerter.notify.email;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.alerter.notify.Notifier;
import io.evenkeel.alerter.notify.NotifierKit;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.notify.RawReceiver;
import io.evenkeel.alerter.notify.TestCertificate;
import io.evenkeel.alerter.notify.Told;
import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.SettingsException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmailTest extends NotifierKit {
    private final SmtpFixture server = new SmtpFixture(Optional.empty());
    // a mail server greets first, so this one waits for a line that does not come, and drips meanwhile
    private final RawReceiver silent = RawReceiver.dripping("220-");

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        server.close();
        silent.close();
    }

    @Override
    protected NotifierProvider provider() {
        return new EmailProvider();
    }

    private Notifier to(int port, String... recipients) throws Exception {
        MailServer relay = new MailServer("localhost", port, Security.NONE, Optional.empty(), true, (SSLSocketFactory)
                SSLSocketFactory.getDefault());
        List<InternetAddress> addresses = List.of(InternetAddress.parse(String.join(",", recipients)));
        Envelope envelope = new Envelope(new InternetAddress("evenkeel@example.com"), addresses);
        return new EmailNotifier(context(), relay, envelope, patience);
    }

    private Notifier patient(int port) {
        try {
            return to(port, "dba@example.com", "ops@example.com");
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    protected Notifier notifier() {
        return patient(server.port());
    }

    @Override
    protected Notifier dripping() {
        return patient(silent.port());
    }

    @Override
    protected Notifier gone() {
        server.close();
        return notifier();
    }

    @Override
    protected void answer(Answer next) {
        server.next(
                switch (next) {
                    case TAKES -> SmtpFixture.Manner.TAKES;
                    case NOT_NOW -> SmtpFixture.Manner.NOT_NOW;
                    case NEVER -> SmtpFixture.Manner.NEVER;
                    case HANGS -> SmtpFixture.Manner.HANGS;
                });
    }

    @Override
    protected List<String> sent() {
        return server.mails();
    }

    @Override
    protected int limit() {
        return 128 * 1024;
    }

    private static MimeMessage parsed(String mail) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    private static String part(MimeMessage mail, int number) throws Exception {
        return ((MimeMultipart) mail.getContent())
                .getBodyPart(number)
                .getContent()
                .toString();
    }

    @Override
    protected void checkHostile(String sent) throws Exception {
        MimeMessage mail = parsed(sent);
        assertThat(part(mail, 0)).contains("<!channel>\\r\\n.\\r\\n\\x00").doesNotContain("\u202e", "\u001b");
        assertThat(part(mail, 1)).contains("&lt;!channel&gt;", "&lt;b&gt;").doesNotContain("<b>&amp;`", "<!channel");
        assertThat(mail.getSubject()).doesNotContain("evil");
    }

    @Test
    void aMailIsTextAndHtmlAndSaysWhatItIs() throws Exception {
        notifier().send(Told.opened());

        MimeMessage mail = parsed(sent().getFirst());
        assertThat(mail.getSubject())
                .isEqualTo("[critical] production against staging: 2 drifts (1 critical, 1 warning)");
        assertThat(mail.getMessageID()).isEqualTo("<msg_opened@example.com>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Id")).containsExactly("Evenkeel <evenkeel.example.com>");
        assertThat(mail.getHeader("References")).isNull();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(mail.getAllRecipients()).hasSize(2);
        assertThat(part(mail, 0).replace("\r\n", "\n")).isEqualTo("""
                production against staging: 2 drifts (1 critical, 1 warning)

                [critical] missing: policy public.t.p
                    named in the migration 42 row security, which production lacks
                    look at it
                [warning] different: column public.t.c
                    type: integer -> bigint; in production by psql (anna) from 192.0.2.7: ALTER TABLE public.t at 2026-11-22 12:00:00 UTC
                    look at it

                https://console.example/?environment=production&baseline=staging
                """);
        assertThat(part(mail, 1))
                .contains(
                        "<code>column public.t.c</code>",
                        "href=\"https://console.example/?environment=production&amp;");
    }

    @Test
    void whatBecomesOfDriftsIsInTheirThread() throws Exception {
        notifier().send(Told.over(""));

        MimeMessage mail = parsed(sent().getFirst());
        assertThat(mail.getMessageID()).isEqualTo("<msg_over@example.com>");
        assertThat(mail.getHeader("In-Reply-To")).containsExactly("<msg_opened@example.com>");
        assertThat(mail.getHeader("References")).containsExactly("<msg_opened@example.com>");
    }

    @Test
    void aRepeatIsTheSameMail() throws Exception {
        Notifier notifier = notifier();
        notifier.send(Told.opened());
        notifier.send(Told.opened());
        assertThat(parsed(sent().getFirst()).getMessageID())
                .isEqualTo(parsed(sent().getLast()).getMessageID());
    }

    @Test
    void anUnknownRecipientKeepsTheMailFromNobodyElse() throws Exception {
        Outcome outcome =
                to(server.port(), "nobody@example.com", "dba@example.com").send(message());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).contains("1 of 2 recipients"));
        assertThat(sent()).hasSize(1);
    }

    @Test
    void startTlsIsInsistedOnAndItsCertificateChecked() throws Exception {
        TestCertificate certificate = TestCertificate.of("localhost", directory);
        try (SmtpFixture changing = new SmtpFixture(Optional.of(certificate.context()))) {
            String settings = "host: localhost\nfrom: a@example.com\nto: b@example.com\nport: ";
            assertThat(notifier(settings + changing.port() + "\nca-file: " + certificate.pem())
                            .send(message()))
                    .isInstanceOf(Outcome.Delivered.class);
            assertThat(notifier(settings + changing.port()).send(message())).isInstanceOf(Outcome.RetryLater.class);
            assertThat(notifier(settings + server.port()).send(message())).isInstanceOf(Outcome.RetryLater.class);
            assertThat(changing.mails()).hasSize(1);
            assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
        }
    }

    @Test
    void aServerInAPrivateNetworkCanBeForbidden() {
        String settings = "host: localhost\nsecurity: none\nfrom: a@example.com\nto: b@example.com\n";
        assertThat(notifier(settings + "allow-private: false").send(message()))
                .isInstanceOfSatisfying(
                        Outcome.RetryLater.class,
                        later -> assertThat(later.why()).contains("allow-private: true"));
    }

    @Test
    void settingsThatWouldShowAPasswordAreRefused() {
        assertThatThrownBy(() ->
                        read("host: h\nfrom: a@example.com\nto: b@example.com\nsecurity: none\nuser: u\npassword: "
                                + SECRET))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("starttls or tls")
                .message()
                .doesNotContain(SECRET);
        assertThatThrownBy(() -> read("host: h\nfrom: nobody\nto: []\n"))
                .hasMessageContaining("from")
                .hasMessageContaining("to");
        assertThat(requireNonNull(new MailServer.Login("u", new Secret(SECRET)).toString()))
                .doesNotContain(SECRET);
    }
}
