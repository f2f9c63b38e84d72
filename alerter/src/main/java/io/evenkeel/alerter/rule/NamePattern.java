package io.evenkeel.alerter.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Matches the names of an object. In a glob they are joined by dots as reports show them: {@code *} and {@code ?} stay
 * within one name, {@code **} is one or more names, and what stands in quotes is meant literally. A regular expression
 * (RE2) is held against all names joined by dots.
 */
final class NamePattern {
    /** PostgreSQL has no name with that character. */
    private static final String BETWEEN = "\0";

    private static final String NAME = "[^\\x00]*";

    private final Pattern pattern;
    private final String separator;

    private NamePattern(Pattern pattern, String separator) {
        this.pattern = pattern;
        this.separator = separator;
    }

    /** Empty: a quote is not closed. */
    static Optional<NamePattern> glob(String glob) {
        StringBuilder regex = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < glob.length(); ) {
            int point = glob.codePointAt(at);
            at += Character.charCount(point);
            boolean doubled = at < glob.length() && glob.charAt(at) == point;
            if (point == '"' && quoted && doubled) {
                at++;
                regex.append('"');
            } else if (point == '"') {
                quoted = !quoted;
            } else if (quoted) {
                regex.append(Pattern.quote(Character.toString(point)));
            } else if (point == '.') {
                regex.append("\\x00");
            } else if (point == '*' && doubled) {
                at++;
                regex.append("(?s:.+)");
            } else {
                Glob.append(regex, point, NAME, "[^\\x00]");
            }
        }
        return quoted ? Optional.empty() : Optional.of(new NamePattern(Pattern.compile(regex.toString()), BETWEEN));
    }

    /** Empty: not a regular expression. */
    static Optional<NamePattern> regex(String regex) {
        try {
            return Optional.of(new NamePattern(Pattern.compile(regex), "."));
        } catch (PatternSyntaxException wrong) {
            return Optional.empty();
        }
    }

    boolean matches(List<String> names) {
        return pattern.matches(String.join(separator, names));
    }

    /** The glob that matches these names and no others. */
    static String exactly(List<String> names) {
        return names.stream().map(NamePattern::literal).collect(Collectors.joining("."));
    }

    private static String literal(String name) {
        boolean plain = !name.isEmpty()
                && name.codePoints().allMatch(point -> point == '_' || Character.isLetterOrDigit(point));
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
