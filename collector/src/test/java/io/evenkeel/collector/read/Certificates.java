package io.evenkeel.collector.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority and the server certificates that it signs, as PEM files that PostgreSQL and libpq take. */
final class Certificates {
    private static final String PASSWORD = "changeit";

    private final Path directory;
    private final Path store;

    /** A new authority. */
    Certificates(Path directory, String authority) throws Exception {
        this.directory = directory;
        this.store = directory.resolve(authority + ".p12");
        generate("authority", "-dname", "CN=" + authority, "-ext", "bc:c");
    }

    /** The authority's own certificate, for {@code sslrootcert}. */
    Path root() throws IOException, GeneralSecurityException {
        return write(
                "authority",
                "crt",
                "CERTIFICATE",
                keys().getCertificate("authority").getEncoded());
    }

    /** A server's certificate and key, of that alternative name such as {@code dns:localhost}. */
    Path signed(String alias, String name, String... more) throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("-signer", "authority", "-dname", "CN=" + alias, "-ext", "san=" + name));
        arguments.addAll(List.of(more));
        generate(alias, arguments.toArray(String[]::new));
        KeyStore keys = keys();
        write(
                alias,
                "key",
                "PRIVATE KEY",
                keys.getKey(alias, PASSWORD.toCharArray()).getEncoded());
        return write(alias, "crt", "CERTIFICATE", keys.getCertificate(alias).getEncoded());
    }

    static Path keyOf(Path certificate) {
        return Path.of(certificate.toString().replace(".crt", ".key"));
    }

    private void generate(String alias, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool: " + said);
        }
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private Path write(String alias, String ending, String label, byte[] der) throws IOException {
        String pem = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
        Path file = Files.writeString(directory.resolve(store.getFileName() + "-" + alias + "." + ending), pem);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
