package io.evenkeel.alerter.cause;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import java.time.Instant;
import java.util.Optional;

/**
 * The migration that a drift comes from, as far as can be known.
 *
 * @param label the migration, for people
 * @param where the one side that has it
 * @param lacking the side that does not
 * @param others how many more migrations there is the same to say of
 * @param named whether its statements name the object; otherwise both came in one reading, which makes it probable
 * @param arrivedAt when the migration came (UTC); absent: not known
 */
public record Cause(
        ObjectKey migration,
        String label,
        Environment where,
        Environment lacking,
        int others,
        boolean named,
        Optional<Instant> arrivedAt) {
    /** For people, such as {@code named in the migration 20251118 fix, missing in production}. */
    public String sentence() {
        String more = others == 0 ? "" : others == 1 ? " or another one" : " or " + others + " others";
        return (named
                        ? "named in the migration " + label + more
                        : "probably made by the migration " + label + more + ": seen in " + where + " together with it")
                + (named ? ", which " + lacking + " lacks" : "; " + lacking + " lacks it");
    }
}
