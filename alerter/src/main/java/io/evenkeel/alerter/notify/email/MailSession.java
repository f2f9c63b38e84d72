package io.evenkeel.alerter.notify.email;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Properties;

/** What the mail library is told. */
final class MailSession {
    private MailSession() {}

    private static final class Login extends Authenticator {
        private final MailServer.Login login;

        Login(MailServer.Login login) {
            this.login = login;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(login.user(), login.password().reveal());
        }
    }

    static Session of(MailServer server, Envelope envelope) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.localhost", envelope.domain());
        properties.put("mail.smtp.from", envelope.from().getAddress());
        // a recipient that the server does not know must not keep the mail from the others
        properties.put("mail.smtp.sendpartial", "true");
        boolean startTls = server.security() == Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
        properties.put("mail.smtp.ssl.socketFactory", server.tls());
        // without this a failed handshake is tried again with another factory
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.auth", String.valueOf(server.login().isPresent()));
        server.login().ifPresent(login -> properties.put("mail.smtp.user", login.user()));
        return server.login()
                .map(login -> Session.getInstance(properties, new Login(login)))
                .orElseGet(() -> Session.getInstance(properties));
    }
}
