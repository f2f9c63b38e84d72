package io.evenkeel.contract.drift;

import io.evenkeel.contract.catalog.Value;

/** One attribute on both sides; a side that lacks the object or the attribute has {@link Value#NULL}. */
public record AttributeDifference(String name, Value baseline, Value target) {}
