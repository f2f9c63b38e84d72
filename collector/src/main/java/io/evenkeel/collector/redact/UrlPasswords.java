package io.evenkeel.collector.redact;

import java.util.List;

/** {@code scheme://user:password@host}, whatever the scheme. */
final class UrlPasswords implements Finder {
    private static final String AUTHORITY = "://";

    @Override
    public void find(Haystack in, List<Span> found) {
        int from = in.text().indexOf(AUTHORITY);
        while (from >= 0) {
            int start = from + AUTHORITY.length();
            int end = start;
            int colon = -1;
            int at = -1;
            while (end < in.length() && !ends(in.at(end))) {
                if (in.at(end) == ':' && colon < 0) {
                    colon = end;
                } else if (in.at(end) == '@') {
                    at = end;
                }
                end++;
            }
            if (at < 0 && colon > 0 && in.at(end) == '/' && !isPort(in, colon + 1, end)) {
                at = beyondSlash(in, end);
            }
            if (colon > 0 && at > colon + 1) {
                found.add(new Span(colon + 1, at));
            }
            from = in.text().indexOf(AUTHORITY, Math.max(end, at));
        }
    }

    private static boolean ends(char character) {
        return character <= ' ' || "/'\"<>`\\?#".indexOf(character) >= 0;
    }

    private static boolean isPort(Haystack in, int from, int to) {
        return in.text().substring(from, to).chars().allMatch(Character::isDigit);
    }

    /** The @ behind a password with a slash that should have been escaped; -1 if there is none. */
    private static int beyondSlash(Haystack in, int slash) {
        int at = in.next("@", slash);
        // the next address has a password of its own; it also keeps the time linear
        if (at == in.length() || at > in.next(AUTHORITY, slash)) {
            return -1;
        }
        for (int index = slash; index < at; index++) {
            if (in.at(index) != '/' && ends(in.at(index)) && in.at(index) != '?' && in.at(index) != '#') {
                return -1;
            }
        }
        return at;
    }
}
