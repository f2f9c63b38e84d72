package io.evenkeel.alerter.cause;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Value;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A migration that its tool says is running, or the lock that it takes while one is.
 *
 * @param label for people
 * @param since when it was first seen so (UTC)
 */
public record RunningMigration(Environment environment, String label, Instant since) {
    private static final Set<String> STATES = Set.of("in progress", "held");

    /** If the object says so. */
    public static Optional<RunningMigration> of(Environment environment, CatalogObject object, Instant since) {
        return object.compared().get("state") instanceof Value.Text state && STATES.contains(state.text())
                ? Optional.of(new RunningMigration(
                        environment,
                        object.key().kind().name().replace('_', ' ') + " "
                                + object.key().identity().getLast() + " " + state.text(),
                        since))
                : Optional.empty();
    }
}
