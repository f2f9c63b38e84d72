package io.evenkeel.runtime.settings;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a settings file, so that all of it is told at once. */
final class Problems {
    private final String file;
    private final List<String> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String text) {
        found.add(file + (line > 0 ? ":" + line : "") + ": " + text);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new SettingsException(found);
        }
    }
}
