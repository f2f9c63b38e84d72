package io.evenkeel.alerter.notify;

import io.evenkeel.contract.drift.Comparison;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * What every notifier is given.
 *
 * @param console where people can look at details
 * @param causes which migration a drift comes from
 */
public record NotifierContext(HttpSender http, Optional<URI> console, Clock clock, Notice.Causes causes) {
    /** Of causes nothing is known. */
    public NotifierContext(HttpSender http, Optional<URI> console, Clock clock) {
        this(http, console, clock, drift -> Optional.empty());
    }

    /** The console's page about a comparison. */
    public Optional<URI> link(Comparison comparison) {
        return console.map(
                uri -> uri.resolve("/?environment=" + comparison.target() + "&baseline=" + comparison.baseline()));
    }

    /** The words for a message, or for what has become of one. */
    public Notice notice(Comparison comparison, Digest latest) {
        return Notice.of(comparison, latest, link(comparison), causes);
    }
}
