package io.evenkeel.collector.read;

import io.evenkeel.contract.catalog.Witnessed;
import java.util.List;

/**
 * One row of the witness.
 *
 * @param names of the object, outermost first; empty where PostgreSQL does not tell them, as of {@code GRANT}
 * @param fresh whether it is known to have been committed since the last reading
 */
public record Deed(List<String> names, Witnessed witnessed, boolean fresh) {
    public Deed {
        names = List.copyOf(names);
    }
}
