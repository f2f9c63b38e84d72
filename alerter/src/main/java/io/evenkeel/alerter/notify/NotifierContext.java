package io.evenkeel.alerter.notify;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * What every notifier is given.
 *
 * @param console where people can look at details
 */
public record NotifierContext(HttpSender http, Optional<URI> console, Clock clock) {}
