package io.evenkeel.alerter.notify;

import io.evenkeel.alerter.notify.http.Network;
import io.evenkeel.alerter.notify.http.Target;
import io.evenkeel.runtime.settings.Section;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the addresses of receivers. */
public final class Endpoints {
    /** What a receiver gets whose settings were refused anyway. */
    private static final URI NOWHERE = URI.create("https://receiver.invalid");

    private Endpoints() {}

    /** One or more addresses under that key; none of them is ever shown whole, since a path may be a secret. */
    public static List<Target> several(Section section, String key, Network network) {
        List<String> texts = section.texts(key);
        if (texts.isEmpty()) {
            section.problem(key, "an address such as https://host/path", "none", "set it");
        }
        return texts.stream().map(text -> target(section, key, text, network)).toList();
    }

    /** The one address under that key. */
    public static Target one(Section section, String key, Network network) {
        return target(section, key, section.requiredText(key), network);
    }

    /** The address under that key, or that of the service. */
    public static Target one(Section section, String key, String service, Network network) {
        return target(section, key, section.text(key, service), network);
    }

    private static Target target(Section section, String key, String text, Network network) {
        Optional<URI> address = parse(text);
        if (address.isEmpty() && !text.isEmpty()) {
            section.problem(
                    key,
                    "an address such as https://host/path",
                    "something else",
                    "write it with https:// and a host, without user and password");
        }
        if (address.isPresent() && !secure(address.get()) && !network.allowPrivate()) {
            section.problem(
                    key,
                    "https://",
                    "http://, which everybody on the way can read",
                    "use https, or allow-private: true if the receiver is in a network of yours");
        }
        return new Target(address.orElse(NOWHERE), network);
    }

    private static boolean secure(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    /** An absolute HTTP address without user information. */
    public static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text.strip());
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            boolean usable = (scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException unusable) {
            return Optional.empty();
        }
    }
}
