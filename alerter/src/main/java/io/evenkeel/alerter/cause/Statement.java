package io.evenkeel.alerter.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What one statement of a migration names.
 *
 * @param made the names of what it makes, changes or drops, and of what these lie in
 * @param all every name in it
 */
record Statement(Set<String> made, Set<String> all) {
    Statement {
        made = Set.copyOf(made);
        all = Set.copyOf(all);
    }

    /** The statements of a text that define something; text in quotes and comments names nothing. */
    static List<Statement> of(String sql) {
        return new SqlNames(sql).statements();
    }

    /** The name of an object, or of what it lies in, that a statement about it has to begin with. */
    static String holder(List<String> identity) {
        return identity.get(Math.min(1, identity.size() - 1));
    }

    /** Whether it is about that object: names are all there, but for the schema that many leave out. */
    boolean names(List<String> identity) {
        return made.contains(holder(identity))
                && identity.stream().skip(2).allMatch(name -> all.contains(name) || all.containsAll(words(name)));
    }

    /** The words of a name that stands for several, such as the types of arguments. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split("[^\\p{L}\\p{N}_$]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words.isEmpty() ? List.of(name) : words;
    }
}
