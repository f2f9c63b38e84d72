package io.evenkeel.alerter.notify;

import io.evenkeel.runtime.settings.Section;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the addresses of receivers. */
public final class Endpoints {
    private static final String EXPECTED = "an address such as https://host/path";

    private Endpoints() {}

    /** One or more addresses under that key; none of them is ever shown whole, since a path may be a secret. */
    public static List<URI> read(Section section, String key) {
        List<String> texts = section.texts(key);
        if (texts.isEmpty()) {
            section.problem(key, EXPECTED, "none", "set it");
        }
        List<URI> addresses =
                texts.stream().flatMap(text -> parse(text).stream()).toList();
        if (addresses.size() < texts.size()) {
            section.problem(key, EXPECTED, "something else", "write it with http:// or https:// and a host");
        }
        return addresses;
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

    /** Scheme, host and port: what may be shown. */
    public static String shown(URI address) {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }
}
