package io.evenkeel.collector.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ssl.DefaultJavaSSLFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections that end by themselves when the server stops answering, and that leave no state behind. */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final String OLDEST = "13";

    private Connections() {}

    static Connection open(ConnectionSettings settings) throws SQLException {
        PGSimpleDataSource source = source(settings);
        source.setUser(settings.user());
        settings.login().newest().ifPresent(password -> source.setPassword(password.reveal()));
        limit(source, settings.timeouts());
        // what the driver would SET in the session goes with the login: a pooler would hand the session to others
        source.setAssumeMinServerVersion(OLDEST);
        try {
            return source.getConnection();
        } catch (SQLException refused) {
            if (!refusesParameter(refused)) {
                throw refused;
            }
            return withoutParameters(source, refused);
        }
    }

    private static boolean refusesParameter(SQLException refused) {
        return "08P01".equals(refused.getSQLState())
                && String.valueOf(refused.getMessage()).contains("extra_float_digits");
    }

    /** For poolers that take no such parameter; what the driver sets then is taken back at once. */
    private static Connection withoutParameters(PGSimpleDataSource source, SQLException refused) throws SQLException {
        LOG.debug("the pooler takes no extra_float_digits at the login", refused);
        source.setAssumeMinServerVersion(null);
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("RESET extra_float_digits");
            return connection;
        } catch (SQLException broken) {
            connection.close();
            throw broken;
        }
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
        for (Map.Entry<String, String> property : settings.more().entrySet()) {
            source.setProperty(PGProperty.forName(property.getKey()), property.getValue());
        }
        protect(source, settings.tls());
        return source;
    }

    private static String bracketed(String host) {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    private static void protect(PGSimpleDataSource source, Tls tls) {
        source.setSslMode(tls.mode().word());
        Path usual = Path.of(System.getProperty("user.home"), ".postgresql", "root.crt");
        if (tls.rootCertificate().isPresent()) {
            source.setSslRootCert(tls.rootCertificate().get().toString());
        } else if (tls.mode().verifies() && !Files.exists(usual)) {
            source.setSslfactory(DefaultJavaSSLFactory.class.getName());
        }
        tls.certificate().ifPresent(path -> source.setSslCert(path.toString()));
        tls.key().ifPresent(path -> source.setSslKey(path.toString()));
    }

    private static void limit(PGSimpleDataSource source, Timeouts timeouts) {
        source.setLoginTimeout(seconds(timeouts.connect()));
        source.setConnectTimeout(seconds(timeouts.connect()));
        source.setSocketTimeout(seconds(timeouts.socket()));
        source.setCancelSignalTimeout(seconds(timeouts.connect()));
        source.setTcpKeepAlive(true);
        // a transaction pooler hands each transaction another server: nothing may be prepared on one
        source.setPrepareThreshold(0);
        // what repeats is recognised by its text
        source.setBinaryTransfer(false);
        // for the length of a transaction, where the server knows no encoding
        source.setAllowEncodingChanges(true);
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(Math.max(1, duration.toSeconds()));
    }
}
