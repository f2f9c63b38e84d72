package io.evenkeel.systemtest.corpus;

import io.evenkeel.embedded.EmbeddedPostgres;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server of its own for the cases that change what belongs to a whole server: roles, settings, tablespaces. They run
 * one after the other, and each is tidied away before the next.
 */
final class CorpusServer implements AutoCloseable {
    private static final String DATABASE = "corpus";

    private final EmbeddedPostgres server;
    private final Cleaner cleaner;
    /** What the server showed after the statements that a case begins with: many cases begin alike. */
    private final Map<List<String>, Readings.Catalog> begun = new HashMap<>();

    CorpusServer(int major, Path extensions) throws SQLException {
        server = EmbeddedPostgres.builder()
                .major(major)
                .serverSetting("wal_level", "logical")
                .extensionFiles(extensions)
                .start();
        cleaner = new Cleaner(server);
    }

    /** The database before and after the change. */
    record Outcome(Readings.Catalog before, Readings.Catalog after) {
        List<ExpectedChange> forwards() {
            return before.changesTo(after);
        }

        List<ExpectedChange> backwards() {
            return after.changesTo(before);
        }

        /** What is wrong with it, one sentence each, each with the case's name. */
        List<String> problems(CorpusCase expected) {
            List<String> problems = new ArrayList<>();
            Stream.concat(before.unread().stream(), after.unread().stream())
                    .forEach(unread -> problems.add(expected.name() + ": unread " + unread));
            Set<ExpectedChange> mirrored =
                    expected.changes().stream().map(ExpectedChange::mirrored).collect(Collectors.toSet());
            problems.addAll(difference(expected.name(), Set.copyOf(expected.changes()), forwards()));
            problems.addAll(difference(expected.name() + " (backwards)", mirrored, backwards()));
            return problems;
        }

        private static List<String> difference(String name, Set<ExpectedChange> expected, List<ExpectedChange> found) {
            Stream<String> missed = expected.stream()
                    .filter(change -> !found.contains(change))
                    .map(change -> name + ": expected and not found " + change);
            Stream<String> imagined = found.stream()
                    .filter(change -> !expected.contains(change))
                    .map(change -> name + ": found and not expected " + change);
            return Stream.concat(missed, imagined).toList();
        }
    }

    Outcome run(CorpusCase corpusCase) throws SQLException {
        Set<String> before = new TreeSet<>(cleaner.belongings());
        cleaner.create(DATABASE);
        try {
            execute(DATABASE, corpusCase.base());
            Readings.Catalog first = begun.computeIfAbsent(corpusCase.base(), base -> read());
            execute(DATABASE, corpusCase.change());
            return new Outcome(first, read());
        } finally {
            cleaner.tidy(DATABASE, before, corpusCase.changesServerSettings());
        }
    }

    private void execute(String database, List<String> parts) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            for (String part : parts) {
                if (!part.isBlank()) {
                    statement.execute(part);
                }
            }
        }
        if (CorpusCase.changesServerSettings(parts)) {
            cleaner.reload();
        }
    }

    private Readings.Catalog read() {
        return Readings.of(
                server.host(), server.port(), DATABASE, new PostgresFixture.Role(server.user(), server.password()));
    }

    @Override
    public void close() throws SQLException {
        cleaner.close();
        server.close();
    }
}
