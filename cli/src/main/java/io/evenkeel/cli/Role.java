package io.evenkeel.cli;

/** The services that a process can run. */
enum Role {
    COLLECT,
    ANALYZE,
    ALERT
}
