package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.notify.NotifierSettings;
import io.evenkeel.contract.catalog.Severity;

/**
 * Somebody to tell: what of, and how.
 *
 * @param atLeast a drift that was once that bad is told until it is resolved
 */
public record Receiver(String name, Severity atLeast, NotifierSettings notifier) {}
