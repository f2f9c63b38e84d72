package io.evenkeel.contract.snapshot;

import io.evenkeel.contract.catalog.ObjectKind;

/**
 * A kind that a reading could not read; its objects keep their last state.
 *
 * @param detail one sentence for people, without secrets
 */
public record Unread(ObjectKind kind, UnknownReason reason, String detail) {}
