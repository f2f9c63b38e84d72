package io.evenkeel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's programs on disk, and the freshly initialised cluster that every new server is a copy of. */
record PostgresInstallation(Path home, Path template) {
    private static final String EXTENSIONS = "share/postgresql/extension";

    static PostgresInstallation of(int major, ProgramCache cache) throws IOException, InterruptedException {
        PostgresBinaries binaries = PostgresBinaries.of(major);
        Path home = cache.directory("postgres-" + binaries.version(), binaries::unpack);
        Path template = cache.directory("cluster-" + binaries.version(), directory -> initialise(home, directory));
        return new PostgresInstallation(home, template);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** The same programs under another home, which offers more extensions. */
    PostgresInstallation withExtensions(List<Path> files, Path otherHome) throws IOException {
        Trees.delete(otherHome);
        Path share = otherHome.resolve("share/postgresql");
        Path extensions = otherHome.resolve(EXTENSIONS);
        Files.createDirectories(extensions);
        Files.createSymbolicLink(otherHome.resolve("lib"), home.resolve("lib"));
        // PostgreSQL finds its files from the real path of its program: a symbolic link would lead it back home
        Trees.copy(home.resolve("bin"), otherHome.resolve("bin"));
        link(home.resolve("share/postgresql"), share);
        link(home.resolve(EXTENSIONS), extensions);
        for (Path file : files) {
            Path target = extensions.resolve(file.getFileName().toString());
            Files.deleteIfExists(target);
            Files.copy(file, target);
        }
        return new PostgresInstallation(otherHome, template);
    }

    private static void link(Path source, Path target) throws IOException {
        try (Stream<Path> entries = Files.list(source)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                Path link = target.resolve(entry.getFileName().toString());
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, entry);
                }
            }
        }
    }

    private static void initialise(Path home, Path directory) throws IOException, InterruptedException {
        String initdb = home.resolve("bin/initdb").toString();
        UnixCommand.run(
                List.of(
                        initdb,
                        "--pgdata=" + directory,
                        "--username=" + EmbeddedPostgres.USER,
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--auth=reject",
                        "--no-sync"),
                "");
    }
}
