package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Severity;

/** Who is told of which events: those of a drift that is, or was in this episode, at least that bad. */
public record Subscription(String receiver, Severity atLeast) {}
