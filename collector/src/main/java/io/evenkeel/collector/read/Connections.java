package io.evenkeel.collector.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/** Opens connections that end by themselves when the server stops answering, and that leave no state behind. */
final class Connections {
    private Connections() {}

    static Connection open(ConnectionSettings settings) throws SQLException {
        PGSimpleDataSource source = source(settings);
        source.setUser(settings.user());
        settings.password().ifPresent(password -> source.setPassword(password.reveal()));
        limit(source, settings.timeouts());
        return source.getConnection();
    }

    /** What the driver needs to know but role, password and time limits. */
    static String url(ConnectionSettings settings) {
        return source(settings).getURL();
    }

    private static PGSimpleDataSource source(ConnectionSettings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(settings.hosts().stream()
                .map(HostPort::host)
                .map(Connections::bracketed)
                .toArray(String[]::new));
        source.setPortNumbers(settings.hosts().stream().mapToInt(HostPort::port).toArray());
        source.setDatabaseName(settings.database());
        source.setProperty(PGProperty.TARGET_SERVER_TYPE, settings.target().driverWord());
        source.setApplicationName(settings.applicationName());
        protect(source, settings);
        return source;
    }

    private static String bracketed(String host) {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    private static void protect(PGSimpleDataSource source, ConnectionSettings settings) {
        source.setSslMode(settings.sslMode().word());
        Path usual = Path.of(System.getProperty("user.home"), ".postgresql", "root.crt");
        if (settings.rootCertificate().isPresent()) {
            source.setSslRootCert(settings.rootCertificate().get().toString());
        } else if (settings.sslMode().verifies() && !Files.exists(usual)) {
            source.setSslfactory(DefaultJavaSSLFactory.class.getName());
        }
        settings.certificate().ifPresent(path -> source.setSslCert(path.toString()));
        settings.key().ifPresent(path -> source.setSslKey(path.toString()));
    }

    private static void limit(PGSimpleDataSource source, Timeouts timeouts) {
        source.setLoginTimeout(seconds(timeouts.connect()));
        source.setConnectTimeout(seconds(timeouts.connect()));
        source.setSocketTimeout(seconds(timeouts.socket()));
        source.setCancelSignalTimeout(seconds(timeouts.connect()));
        source.setTcpKeepAlive(true);
        // a transaction pooler hands each transaction another server: nothing may be prepared on one
        source.setPrepareThreshold(0);
        // for the length of a transaction, where the server knows no encoding
        source.setAllowEncodingChanges(true);
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(Math.max(1, duration.toSeconds()));
    }
}
