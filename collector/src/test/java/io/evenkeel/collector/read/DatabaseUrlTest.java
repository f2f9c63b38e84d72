package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.runtime.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlTest {
    private static ConnectionSettings parse(String uri) {
        return ConnectionSettings.parse(uri, Optional.empty(), Map.of("PGUSER", "me"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql://u@h:6543/d                        | h:6543 (database d, role u)
            postgres://u@h/d                               | h:5432 (database d, role u)
            postgresql://u:p@h                             | h:5432 (database u, role u)
            postgresql://h/d                               | h:5432 (database d, role me)
            postgresql://                                  | localhost:5432 (database me, role me)
            postgresql://u@[2001:db8::1]:7/d               | [2001:db8::1]:7 (database d, role u)
            postgresql://u@[::1]/d                         | [::1]:5432 (database d, role u)
            postgresql://u@a:1,b,c:3/d                     | a:1,b:5432,c:3 (database d, role u)
            postgresql://postgres.ref:x@pool.example.com:6543/postgres | pool.example.com:6543 (database postgres, role postgres.ref)
            postgresql://%C3%A4%40b:p%40%3A%2F@h/my%20db   | h:5432 (database my db, role ä@b)
            """)
    void uriNamesThePlace(String uri, String place) {
        assertThat(parse(uri)).hasToString(place);
    }

    @Test
    void passwordIsDecodedAndNeverShown() {
        ConnectionSettings settings = parse("postgresql://u:p%40s%3As%2F+%25@h/d");
        assertThat(settings.password()).contains(new Secret("p@s:s/+%"));
        assertThat(settings.toString()).doesNotContain("p@s");
    }

    @Test
    void givenPasswordWinsOverUriAndEnvironment() {
        Map<String, String> environment = Map.of("PGPASSWORD", "env");
        assertThat(ConnectionSettings.parse("postgresql://u:uri@h/d", Optional.of(new Secret("given")), environment)
                        .password())
                .contains(new Secret("given"));
        assertThat(ConnectionSettings.parse("postgresql://u:uri@h/d", Optional.empty(), environment)
                        .password())
                .contains(new Secret("uri"));
        assertThat(ConnectionSettings.parse("postgresql://u@h/d", Optional.empty(), environment)
                        .password())
                .contains(new Secret("env"));
        assertThat(parse("postgresql://u@h/d").password()).isEmpty();
    }

    @Test
    void remoteServersAreVerifiedUnlessToldOtherwise() {
        assertThat(parse("postgresql://u@db.example.com/d").tls().mode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThat(parse("postgresql://u@db.example.com/d?sslmode=require")
                        .tls()
                        .mode())
                .isEqualTo(SslMode.REQUIRE);
        assertThat(parse("postgresql://u@localhost,127.0.0.1,[::1]/d").tls().mode())
                .isEqualTo(SslMode.PREFER);
        assertThat(parse("postgresql://u@localhost,db.example.com/d").tls().mode())
                .isEqualTo(SslMode.VERIFY_FULL);
    }

    @Test
    void parametersOfLibpqAreKnown() {
        ConnectionSettings settings = parse("postgresql://u@h/d?sslmode=verify-ca&sslrootcert=/etc/ca%20.pem"
                + "&connect_timeout=3&application_name=me&target_session_attrs=read-write&sslcert=a&sslkey=b");
        assertThat(settings.tls().rootCertificate()).hasToString("Optional[/etc/ca .pem]");
        assertThat(settings.timeouts().connect()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.applicationName()).isEqualTo("me");
        assertThat(settings.target()).isEqualTo(TargetSession.READ_WRITE);
        assertThat(settings.tls().certificate()).isPresent();
        assertThat(settings.tls().key()).isPresent();
        assertThat(parse("postgresql://u@h/d?sslrootcert=system").tls().rootCertificate())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:SECRET@h/d",
                "jdbc:postgresql://u:SECRET@h/d",
                "u:SECRET@h/d",
                "",
                "postgresql://u:SECRET@h:0/d",
                "postgresql://u:SECRET@h:99999/d",
                "postgresql://u:SECRET@h:x/d",
                "postgresql://u:SECRET%4@h/d",
                "postgresql://u:SECRET%zz@h/d",
                "postgresql://u:SECRET%00@h/d",
                "postgresql://u:SECRET/x@h/d",
                "postgresql://u:SECRET@2001:db8::1/d",
                "postgresql://u:SECRET@%2Fvar%2Frun/d",
                "postgresql://u:SECRET@h/d?sslmode=on",
                "postgresql://u:SECRET@h/d?connect_timeout=soon",
                "postgresql://u:SECRET@h/d?service=nowhere",
                "postgresql://u:SECRET@h/d?socketFactory=org.example.Gadget",
                "postgresql://u:SECRET@h/d?loggerFile=/tmp/x",
                "postgresql://u:SECRET@h/d?host=/tmp",
                "postgresql://u:SECRET@h/d?sslmode",
                "postgresql://u:SECRET@h/d?target_session_attrs=best"
            })
    void unusableUriIsRefusedWithoutItsPassword(String uri) {
        assertThatThrownBy(() -> parse(uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("database URL: expected ")
                .hasMessageContaining("found ")
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void parametersThatProvidersPrintAreTaken() {
        assertThat(parse("postgresql://u@h/d?sslmode=require&channel_binding=require&options=endpoint%3Dep-1"
                                + "&sslnegotiation=direct&load_balance_hosts=random&pgbouncer=true&keepalives=1")
                        .more())
                .isEqualTo(Map.of(
                        "channelBinding", "require",
                        "options", "endpoint=ep-1",
                        "sslNegotiation", "direct",
                        "loadBalanceHosts", "true"));
    }

    @Test
    void serviceFileGivesWhatTheUriLeavesOpen(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("pg_service.conf"), """
                # services
                [other]
                host=elsewhere
                [production]
                host = db1.example.com,db2.example.com
                port=6432
                dbname=app
                user=reader
                password=SECRET
                sslmode=verify-ca
                """);
        Map<String, String> environment =
                Map.of("PGSERVICEFILE", file.toString(), "PGSERVICE", "other", "PGPASSWORD", "env");
        ConnectionSettings named = ConnectionSettings.parse(
                "postgresql:///?service=production&connect_timeout=3", Optional.empty(), environment);
        assertThat(named)
                .hasToString("db1.example.com:6432,db2.example.com:6432 (database app, role reader)")
                .satisfies(settings -> assertThat(settings.password()).contains(new Secret("SECRET")))
                .satisfies(settings -> assertThat(settings.tls().mode()).isEqualTo(SslMode.VERIFY_CA));
        assertThat(ConnectionSettings.parse(
                        "postgresql://me@h/d?service=production&sslmode=require", Optional.empty(), environment))
                .hasToString("h:5432 (database d, role me)");
        assertThat(ConnectionSettings.parse("postgresql://", Optional.empty(), environment)
                        .hosts())
                .extracting(HostPort::host)
                .containsExactly("elsewhere");
        assertThat(ConnectionSettings.parse("postgresql://h/d", Optional.empty(), environment)
                        .hosts())
                .extracting(HostPort::host)
                .containsExactly("h");
        assertThatThrownBy(
                        () -> ConnectionSettings.parse("postgresql:///?service=missing", Optional.empty(), environment))
                .isInstanceOf(UnusableUrlException.class)
                .hasMessageContaining("[missing]");
    }
}
