package io.evenkeel.contract.snapshot;

/**
 * Why a whole environment could not be read.
 *
 * @param detail one sentence for people, without secrets
 */
public record Failure(UnknownReason reason, String detail) {}
