package io.evenkeel.runtime.settings;

import java.nio.file.Path;

/** Where a process keeps what has to survive its restart: {@code data-directory}. */
public final class DataDirectory {
    private DataDirectory() {}

    /** The directory of the settings, else {@code ~/.local/share/evenkeel}. */
    public static Path of(Section root) {
        return root.path("data-directory")
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share", "evenkeel"));
    }
}
