package io.evenkeel.runtime.settings;

/**
 * A value that must not be seen in logs, labels or exceptions.
 *
 * @param reveal the value itself; call it only where it is handed to the thing that needs it
 */
public record Secret(String reveal) {
    @Override
    public String toString() {
        return "***";
    }
}
