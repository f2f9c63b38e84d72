package io.evenkeel.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs of one major as an archive on the class path. The resource
 * {@code io/evenkeel/embedded/postgres/<major>.properties} names its version and its place; the main jar has 17, the
 * test jar the others.
 */
record PostgresBinaries(int major, String version, String archive) {

    static PostgresBinaries of(int major) {
        String processor = processor();
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("postgres/%d.properties".formatted(major))) {
            if (in == null) {
                throw new EmbeddedServerException(
                        "PostgreSQL %d is not on the class path; this program carries 17, the tests' jar of evenkeel-embedded also 13, 14, 15, 16 and 18"
                                .formatted(major));
            }
            Properties properties = new Properties();
            properties.load(in);
            String archive = properties.getProperty("archive").formatted(processor);
            return new PostgresBinaries(major, properties.getProperty("version") + "-" + processor, archive);
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "The description of PostgreSQL %d on the class path is unreadable".formatted(major), e);
        }
    }

    /** Unpacks the programs into an existing, empty directory. */
    void unpack(Path directory) throws IOException {
        try (InputStream raw = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (raw == null) {
                throw new IOException("%s is not on the class path".formatted(archive));
            }
            try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, directory);
                }
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path directory) throws IOException {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("the archive entry '%s' leaves its directory".formatted(entry.getName()));
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(directory));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, directory.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(content, target);
            Files.setPosixFilePermissions(target, permissions(entry));
        }
    }

    private static Set<PosixFilePermission> permissions(TarArchiveEntry entry) {
        EnumSet<PosixFilePermission> permissions =
                EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if ((entry.getMode() & 0100) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
        }
        return permissions;
    }

    private static String processor() {
        String system = System.getProperty("os.name");
        String processor = System.getProperty("os.arch");
        boolean linux = system.equals("Linux");
        if (linux && processor.equals("amd64")) {
            return "x86_64";
        }
        if (linux && processor.equals("aarch64")) {
            return "arm_64";
        }
        throw new EmbeddedServerException(
                "The embedded PostgreSQL runs on Linux with an amd64 or aarch64 processor, found %s with %s; configure a PostgreSQL server instead"
                        .formatted(system, processor));
    }
}
