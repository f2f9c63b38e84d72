package io.evenkeel.alerter.cause;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.Comparison;
import java.util.List;
import java.util.Optional;

/**
 * A migration that one side of a comparison has.
 *
 * @param where the side that has it
 * @param label for people: its version and its name
 * @param statements what its statements name; of most tools nothing is known
 * @param arrival when it came; absent: before anybody looked, or nobody knows any more
 */
public record LoneMigration(
        Comparison comparison,
        Environment where,
        ObjectKey key,
        String label,
        List<Statement> statements,
        Optional<Arrival> arrival) {
    public LoneMigration {
        statements = List.copyOf(statements);
    }

    /** As the catalog of the side that has it shows it. */
    public static LoneMigration of(
            Comparison comparison, Environment where, CatalogObject object, Optional<Arrival> arrival) {
        List<Statement> statements =
                object.carried().get("statements") instanceof Value.Text sql ? Statement.of(sql.text()) : List.of();
        return new LoneMigration(comparison, where, object.key(), label(object), statements, arrival);
    }

    private static String label(CatalogObject object) {
        String version = object.key().identity().getLast();
        return object.compared().get("name") instanceof Value.Text name
                        && !name.text().isBlank()
                        && !name.text().equals(version)
                ? version + " " + name.text()
                : version;
    }
}
