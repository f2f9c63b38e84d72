package io.evenkeel.collector.redact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind {@code Bearer} and {@code Basic} in a header. */
final class AuthorizationValues implements Finder {
    private static final List<String> SCHEMES = List.of("bearer ", "basic ");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._~+/=-]{8,}+");

    @Override
    public void find(Haystack in, List<Span> found) {
        for (String scheme : SCHEMES) {
            int from = in.lower().indexOf(scheme);
            while (from >= 0) {
                int start = from + scheme.length();
                Matcher value = in.match(VALUE, start, Integer.MAX_VALUE);
                if (!in.isWord(from - 1) && value.lookingAt() && !Words.isPlain(value.group())) {
                    found.add(new Span(start, value.end()));
                    start = value.end();
                }
                from = in.lower().indexOf(scheme, start);
            }
        }
    }
}
