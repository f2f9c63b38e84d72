package io.evenkeel.collector.read;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a connection is protected.
 *
 * @param rootCertificate absent: the user's {@code ~/.postgresql/root.crt} if there is one, else Java's trust store
 * @param certificate of the client
 * @param key of the client
 */
record Tls(SslMode mode, Optional<Path> rootCertificate, Optional<Path> certificate, Optional<Path> key) {}
