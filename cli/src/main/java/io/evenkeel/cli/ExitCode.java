package io.evenkeel.cli;

/** What the command tells the shell. */
final class ExitCode {
    /** Measured, and no drift at or above the threshold. */
    static final int IN_SYNC = 0;
    /** Measured, and there is drift. */
    static final int DRIFT = 1;
    /** Wrong usage or settings. */
    static final int USAGE = 2;
    /** It could not be measured; never shown as in sync, never as drift. */
    static final int UNKNOWN = 3;

    private ExitCode() {}
}
