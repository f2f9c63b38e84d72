package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.embedded.EmbeddedPostgres;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.runtime.settings.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with real certificates, one after another, and what a reader that verifies them makes of each. */
final class ServerTlsTest {
    @TempDir
    private static Path directory;

    private static Certificates authority;
    private static Path root;
    private static Path right;
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws Exception {
        authority = new Certificates(directory, "authority");
        root = authority.root();
        right = authority.signed("right", "dns:localhost");
        server = EmbeddedPostgres.builder()
                .serverSetting("ssl", "on")
                .serverSetting("ssl_cert_file", right.toString())
                .serverSetting("ssl_key_file", Certificates.keyOf(right).toString())
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static CatalogReader reader(String host, int port, String parameters, String password) {
        return new CatalogReader(
                ConnectionSettings.parse(
                        "postgresql://%s@%s:%d/postgres?%s".formatted(server.user(), host, port, parameters),
                        Optional.of(new Secret(password))),
                KindLibrary.bundled(),
                Corpus.READING,
                InstantSource.system());
    }

    private static CatalogReader reader(String parameters) {
        return reader("localhost", server.port(), parameters, server.password());
    }

    private static String verifying(Path authority) {
        return "sslmode=verify-full&sslrootcert=" + authority;
    }

    private static Failure refusal(CatalogReader reader) {
        try (reader) {
            // the cheapest that connects
            assertThat(reader.pulse()).isInstanceOf(Pulse.Lost.class);
            assertThat(reader.read()).isInstanceOf(Reading.Failed.class);
            return ((Reading.Failed) reader.read()).failure();
        }
    }

    private static void assertThatTlsIsBlamed(Failure failure) {
        assertThat(failure.reason()).isEqualTo(UnknownReason.UNREACHABLE);
        assertThat(failure.detail()).contains("check sslmode (now verify-full), sslrootcert");
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(String... texts) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String text : texts) {
                statement.execute(text);
            }
        }
    }

    private interface Check {
        void run() throws Exception;
    }

    /** New connections find that certificate for the time of the check. */
    private static void under(Path certificate, Check check) throws Exception {
        present(certificate);
        try {
            check.run();
        } finally {
            present(right);
        }
    }

    private static void present(Path certificate) throws SQLException {
        execute(
                "ALTER SYSTEM SET ssl_cert_file = '" + certificate + "'",
                "ALTER SYSTEM SET ssl_key_file = '" + Certificates.keyOf(certificate) + "'",
                "SELECT pg_reload_conf()");
        await().until(() -> text("SHOW ssl_cert_file").equals(certificate.toString()));
    }

    @Test
    void theRightAuthorityAndHostAreAcceptedAndEncrypted() throws Exception {
        try (CatalogReader reader = reader(verifying(root) + "&application_name=verifying")) {
            Corpus.complete(reader.read());
            assertThat(text("SELECT count(*) FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid)"
                            + " WHERE s.ssl AND s.version LIKE 'TLSv1.%' AND a.application_name = 'verifying'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void anotherAuthorityIsRefused() throws Exception {
        assertThatTlsIsBlamed(refusal(reader(verifying(new Certificates(directory, "stranger").root()))));
    }

    @Test
    void noAuthorityIsJavasAuthorities() {
        assertThatTlsIsBlamed(refusal(reader("sslmode=verify-full")));
    }

    @Test
    void anotherHostIsRefusedUnlessOnlyTheAuthorityIsVerified() {
        assertThatTlsIsBlamed(refusal(reader("127.0.0.1", server.port(), verifying(root), server.password())));
        try (CatalogReader reader =
                reader("127.0.0.1", server.port(), "sslmode=verify-ca&sslrootcert=" + root, server.password())) {
            assertThat(reader.pulse()).isInstanceOf(Pulse.Beat.class);
        }
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        Path expired = authority.signed("expired", "dns:localhost", "-startdate", "-3d", "-validity", "1");
        under(expired, () -> assertThatTlsIsBlamed(refusal(reader(verifying(root)))));
    }

    @Test
    void aServerThatEncryptsNothingIsRefused() {
        PostgresFixture plain = PostgresFixture.of(17);
        assertThatTlsIsBlamed(refusal(reader("localhost", plain.port(), verifying(root), plain.password())));
    }

    @Test
    void passwordsAreProvedNotSentAndBoundToTheChannel() {
        try (CatalogReader reader = reader(verifying(root) + "&channel_binding=require")) {
            assertThat(reader.pulse()).isInstanceOf(Pulse.Beat.class);
        }
        Failure unbound = refusal(reader("sslmode=disable&channel_binding=require"));
        assertThat(unbound.detail()).containsIgnoringCase("channel binding");
        Failure wrong = refusal(reader("localhost", server.port(), verifying(root), "swordfish"));
        assertThat(wrong.reason()).isEqualTo(UnknownReason.AUTHENTICATION);
        assertThat(wrong.detail()).doesNotContain("swordfish");
    }
}
