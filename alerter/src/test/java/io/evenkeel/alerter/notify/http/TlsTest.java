package io.evenkeel.alerter.notify.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.evenkeel.alerter.notify.TestCertificate;
import io.evenkeel.runtime.settings.Section;
import io.evenkeel.runtime.settings.SettingsFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    private Path directory;

    private final Transport transport = new Transport(
            new Guard(host -> List.of(InetAddress.getLoopbackAddress())), Duration.ofSeconds(3), Duration.ofSeconds(9));
    private TestCertificate certificate;
    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        certificate = TestCertificate.of("receiver.example", directory);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int post(String host, String settings) throws IOException, InterruptedException {
        Section section = SettingsFile.parse("test", "allow-private: true\n" + settings, Map.of());
        Network network = Network.read(section, false);
        section.check();
        URI uri = URI.create("https://" + host + ":" + server.getAddress().getPort() + "/");
        return transport
                .post(new Target(uri, network), Map.of(), new byte[0], false)
                .status();
    }

    @Test
    void aCertificateOfNobodyIsRefused() {
        assertThatThrownBy(() -> post("receiver.example", "")).isInstanceOf(SSLException.class);
    }

    @Test
    void aCaOfOnesOwnIsBelieved() throws Exception {
        assertThat(post("receiver.example", "ca-file: " + certificate.pem())).isEqualTo(204);
    }

    @Test
    void anotherNameIsRefused() {
        assertThatThrownBy(() -> post("other.example", "ca-file: " + certificate.pem()))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void aFileWithoutCertificatesIsRefused() throws Exception {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");
        assertThatThrownBy(() -> post("receiver.example", "ca-file: " + empty)).hasMessageContaining("none in");
        assertThatThrownBy(() -> post("receiver.example", "ca-file: /nowhere/ca.pem"))
                .hasMessageContaining("cannot be read");
    }
}
