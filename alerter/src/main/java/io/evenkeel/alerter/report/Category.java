package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.KindDescriptor;
import java.util.Locale;

/** The categories of kinds that are told apart by more than their name. */
public enum Category {
    /** Applied migrations: the headline numbers. */
    MIGRATION,
    /** Volumes of data: measurements beside the drift, never drift. */
    DATA;

    /** The word in a kind's descriptor. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the kind is of this category. */
    public boolean holds(KindDescriptor descriptor) {
        return descriptor.category().equals(word());
    }
}
