package io.evenkeel.collector.read;

import io.evenkeel.runtime.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Who connects.
 *
 * @param passwordFile where the password stands; it is read again for each connection, so that it can change
 */
record Login(String user, Optional<Secret> password, Optional<Path> passwordFile) {
    /** The password as it is now. */
    Optional<Secret> newest() throws SQLException {
        if (passwordFile.isEmpty()) {
            return password;
        }
        Path file = passwordFile.get();
        try {
            return Optional.of(new Secret(Files.readString(file).strip()));
        } catch (IOException unreadable) {
            throw new SQLException(
                    "the password file " + file + " cannot be read ("
                            + unreadable.getClass().getSimpleName() + ")",
                    "28000",
                    unreadable);
        }
    }
}
