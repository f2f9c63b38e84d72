package io.evenkeel.runtime.http;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One thing that has to work before a service is ready.
 *
 * @param trouble empty: it works; otherwise one sentence, without secrets
 */
public record HealthCheck(String name, Supplier<Optional<String>> trouble) {}
