package io.evenkeel.collector.read;

import io.evenkeel.embedded.fixture.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes up statements from a seed: over few names, so that they meet, depend on each other and take each other's names. Many
 * fail, as there is not or already is what they name; that changes nothing.
 */
final class RandomChanges {
    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
    private static final List<String> STATEMENTS = Corpus.text("/corpus/random-changes.sql")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("--"))
            .toList();

    private final Database database;
    private final String role;
    private final Random random;

    RandomChanges(Database database, String role, long seed) {
        this.database = database;
        this.role = role;
        this.random = new Random(seed);
    }

    /** Runs statements until so many of them changed something; says which. */
    List<String> run(int wanted) throws SQLException {
        List<String> ran = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (ran.size() < wanted) {
                String sql = filled(STATEMENTS.get(random.nextInt(STATEMENTS.size())));
                try {
                    statement.execute(sql);
                    ran.add(sql);
                } catch (SQLException impossible) {
                    assertIsMistake(impossible);
                }
            }
        }
        return ran;
    }

    private static void assertIsMistake(SQLException fault) throws SQLException {
        if (fault.getSQLState() == null || fault.getSQLState().startsWith("08")) {
            throw fault;
        }
    }

    private String filled(String template) {
        return NAME.matcher(template).replaceAll(name -> Matcher.quoteReplacement(name(name.group(1))));
    }

    private String name(String what) {
        return switch (what) {
            case "role" -> role;
            case "n" -> String.valueOf(random.nextInt(1_000));
            case "s" -> "s" + random.nextInt(2);
            case "t" -> "s" + random.nextInt(2) + ".t" + random.nextInt(6);
            case "type" ->
                List.of("integer", "text", "s0.e0", "s0.e1[]", "s1.d0", "s0.k0", "numeric(9,2)")
                        .get(random.nextInt(7));
            default -> what + random.nextInt(3);
        };
    }
}
