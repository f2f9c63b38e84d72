package io.evenkeel.contract.drift;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.util.Optional;

/**
 * A part of a comparison that could not be measured.
 *
 * @param kind absent: the whole environment
 * @param detail one sentence for people, without secrets
 */
public record Unknown(Environment environment, Optional<ObjectKind> kind, UnknownReason reason, String detail) {}
