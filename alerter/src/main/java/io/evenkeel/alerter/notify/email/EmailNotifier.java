package io.evenkeel.alerter.notify.email;

import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.Notifier;
import io.evenkeel.alerter.notify.NotifierContext;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.notify.Trouble;
import io.evenkeel.alerter.notify.http.Connector;
import io.evenkeel.alerter.notify.http.Deadline;
import io.evenkeel.alerter.notify.http.Guard;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Sends one mail for each message. */
final class EmailNotifier implements Notifier {
    /** Of one mail; some servers take their time before they greet. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final NotifierContext context;
    private final MailServer server;
    private final Envelope envelope;
    private final Duration patience;
    private final Connector connector;
    private final Session session;

    EmailNotifier(NotifierContext context, MailServer server, Envelope envelope, Duration patience) {
        this.context = context;
        this.server = server;
        this.envelope = envelope;
        this.patience = patience;
        this.connector = new Connector(new Guard(), CONNECT, patience);
        this.session = MailSession.of(server, envelope);
    }

    @Override
    public Outcome send(Message message) {
        if (message.events().isEmpty()) {
            return new Outcome.Delivered();
        }
        try {
            return Deadline.within(patience, () -> transmit(message));
        } catch (IOException failed) {
            return Trouble.with(server.shown(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Trouble.stopped();
        }
    }

    private Outcome transmit(Message message) throws IOException {
        try (Socket socket = open()) {
            SMTPTransport transport =
                    new SMTPTransport(session, new URLName("smtp", server.host(), server.port(), null, null, null));
            try {
                transport.connect(socket);
                Mail mail = Mail.of(
                        session,
                        envelope,
                        message,
                        context.notice(message.comparison(), message.latest()),
                        context.clock().instant());
                transport.sendMessage(mail, mail.getAllRecipients());
                return new Outcome.Delivered();
            } catch (MessagingException failed) {
                return judge(transport.getLastReturnCode(), failed);
            }
        }
    }

    private Socket open() throws IOException {
        Socket plain = connector.dial(server.host(), server.port(), server.allowPrivate());
        return server.security() == Security.TLS
                ? Connector.secured(plain, server.tls(), server.host(), server.port())
                : plain;
    }

    /** 4xx passes and 5xx stays, as SMTP has it; what the server says with it is not told. */
    private Outcome judge(int code, MessagingException failed) {
        if (failed instanceof SendFailedException partly
                && partly.getValidSentAddresses() != null
                && partly.getValidSentAddresses().length > 0) {
            return new Outcome.Refused("%s took the mail for %d of %d recipients and answered %d for the others"
                    .formatted(
                            server.shown(),
                            partly.getValidSentAddresses().length,
                            envelope.to().size(),
                            code));
        }
        String answer = server.shown() + " answered " + code;
        if (code >= 500 && code <= 599) {
            return new Outcome.Refused(answer);
        }
        if (code >= 400) {
            return new Outcome.RetryLater(answer, Optional.empty());
        }
        return failed.getNextException() instanceof IOException broken
                ? Trouble.with(server.shown(), broken)
                : new Outcome.RetryLater(
                        server.shown() + " broke off, or lacks what security: "
                                + server.security().word() + " and the login need",
                        Optional.empty());
    }
}
