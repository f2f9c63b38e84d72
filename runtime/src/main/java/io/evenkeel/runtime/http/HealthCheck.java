package io.evenkeel.runtime.http;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One thing that a service is asked about.
 *
 * @param needed whether the service is not ready without it; otherwise it is only told
 * @param trouble empty: it works; otherwise one sentence, without secrets
 */
public record HealthCheck(String name, boolean needed, Supplier<Optional<String>> trouble) {
    /** Something that has to work before a service is ready. */
    public HealthCheck(String name, Supplier<Optional<String>> trouble) {
        this(name, true, trouble);
    }
}
