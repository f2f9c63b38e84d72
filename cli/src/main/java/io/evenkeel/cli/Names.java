package io.evenkeel.cli;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKind;

/** Names as options give them. */
final class Names {
    private Names() {}

    static Environment environment(String option, String name) {
        try {
            return new Environment(name);
        } catch (IllegalArgumentException unusable) {
            throw new UsageException(option + ": " + unusable.getMessage());
        }
    }

    static ObjectKind kind(String option, String name) {
        try {
            return new ObjectKind(name);
        } catch (IllegalArgumentException unusable) {
            throw new UsageException(option + ": " + unusable.getMessage());
        }
    }
}
