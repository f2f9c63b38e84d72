package io.evenkeel.alerter.notify.email;

import io.evenkeel.alerter.notify.http.Network;
import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.Section;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * Which server takes the mail.
 *
 * @param login user and password; absent: the server asks for none
 */
record MailServer(
        String host, int port, Security security, Optional<Login> login, boolean allowPrivate, SSLSocketFactory tls) {
    record Login(String user, Secret password) {}

    static MailServer read(Section receiver) {
        Security security = Security.read(receiver);
        Optional<String> user = receiver.text("user");
        Optional<Secret> password = receiver.secret("password");
        if (user.isPresent() != password.isPresent()) {
            receiver.problem("password", "user and password together", "only one of them", "");
        }
        if (user.isPresent() && security == Security.NONE) {
            receiver.problem(
                    "security",
                    "starttls or tls where there is a password",
                    "none",
                    "otherwise everybody on the way can read it");
        }
        return new MailServer(
                receiver.requiredText("host"),
                receiver.integer("port", security.port(), 1, 65_535),
                security,
                user.flatMap(name -> password.map(secret -> new Login(name, secret))),
                receiver.truth("allow-private", true),
                Network.tls(receiver));
    }

    String shown() {
        return host + ":" + port;
    }
}
