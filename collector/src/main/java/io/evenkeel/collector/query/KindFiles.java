package io.evenkeel.collector.query;

import io.evenkeel.runtime.lifecycle.ResourceDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the SQL files of the class path and of directories. */
final class KindFiles {
    private static final String RESOURCES = "/catalog";

    private KindFiles() {}

    static List<KindFile> bundled() {
        List<KindFile> files = new ArrayList<>();
        try {
            ResourceDirectory.read(KindFiles.class, RESOURCES, directory -> files.addAll(in(directory)));
            return files;
        } catch (IOException unreadable) {
            throw new KindFileException("the kinds that come with Evenkeel cannot be read", unreadable);
        }
    }

    static List<KindFile> in(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            List<KindFile> files = new ArrayList<>();
            for (Path file : entries.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".sql")) {
                    files.add(KindFileParser.parse(name, Files.readString(file)));
                }
            }
            return files;
        } catch (IOException unreadable) {
            throw new KindFileException(
                    "kind files cannot be read from " + directory + ": expected a directory of .sql files in UTF-8",
                    unreadable);
        }
    }
}
