package io.evenkeel.alerter.notify.email;

import io.evenkeel.alerter.notify.Conversation;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.Notice;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One mail. Its id is that of the message, so that a repeat is the same mail; what has become of drifts refers to the
 * mail that told them first, so that mail programs show one thread.
 */
final class Mail extends MimeMessage {
    /** How many threads one mail is shown in; more make the header longer than servers take. */
    private static final int REFERENCES = 10;

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    private Mail(Session session, String id) {
        super(session);
        this.id = id;
    }

    static Mail of(Session session, Envelope envelope, Message message, Notice notice, Instant now)
            throws MessagingException {
        Mail mail = new Mail(session, id(envelope, message.id()));
        mail.setFrom(envelope.from());
        mail.setRecipients(RecipientType.TO, envelope.to().toArray(InternetAddress[]::new));
        mail.setSubject(
                "[" + (notice.resolved() ? "resolved" : notice.severity().word()) + "] " + notice.title(), UTF_8);
        mail.setSentDate(Date.from(now));
        mail.thread(message.conversations().stream()
                .map(Conversation::id)
                .limit(REFERENCES)
                .map(before -> id(envelope, before))
                .toList());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader("List-Id", "Evenkeel <evenkeel." + envelope.domain() + ">");
        mail.setContent(body(notice));
        mail.saveChanges();
        return mail;
    }

    private static String id(Envelope envelope, String message) {
        return "<" + message + "@" + envelope.domain() + ">";
    }

    private void thread(List<String> before) throws MessagingException {
        if (!before.isEmpty()) {
            setHeader("In-Reply-To", before.getFirst());
            setHeader("References", before.stream().collect(Collectors.joining("\r\n ")));
        }
    }

    private static MimeMultipart body(Notice notice) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(MailText.of(notice), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(MailHtml.of(notice), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
