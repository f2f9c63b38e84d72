package io.evenkeel.contract.wire;

/** The version of the records' format. A reader refuses newer ones and ignores fields that it does not know. */
final class FormatVersion {
    static final int CURRENT = 1;

    private FormatVersion() {}
}
