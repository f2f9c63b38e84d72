package io.evenkeel.alerter.notify.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are believed. */
final class Trust {
    /** The file does not hold what it should. */
    static final class UnusableException extends Exception {
        UnusableException(String message) {
            super(message);
        }
    }

    private Trust() {}

    /** What the JVM believes. */
    static SSLSocketFactory byDefault() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    /** Only those whose certificates stand in that file. */
    static SSLSocketFactory in(Path pem) throws UnusableException {
        try (InputStream input = Files.newInputStream(pem)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(input);
            if (certificates.isEmpty()) {
                throw new UnusableException("none in " + pem);
            }
            return factory(certificates);
        } catch (IOException unreadable) {
            throw new UnusableException(pem + ", which cannot be read");
        } catch (GeneralSecurityException malformed) {
            throw new UnusableException("something else in " + pem);
        }
    }

    private static SSLSocketFactory factory(Collection<? extends Certificate> certificates)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
