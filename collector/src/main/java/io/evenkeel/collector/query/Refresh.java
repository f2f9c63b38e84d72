package io.evenkeel.collector.query;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When a kind's rows have to be read again. A header says it in the line {@code refresh}; without it, when a catalog moved
 * that the query names, or one whose objects refer to something that moved.
 *
 * <pre>
 * always                        the query also tells what no catalog row shows
 * by relation                   each row tells of one relation, whose OID is the column _oid; the query can be run for some
 *                               relations only: with its lines that end in -- by relation
 * follow pg_type, pg_collation  of these it only prints names: what moved in them concerns what refers to it, by pg_depend
 * </pre>
 *
 * Parted by semicolons, the last two may stand together.
 *
 * @param named the catalogs that the query names, in whatever way
 * @param followed the catalogs whose changes are followed to the relations that refer to what changed
 */
public record Refresh(boolean always, boolean byRelation, Set<String> named, Set<String> followed) {
    static final String EXPECTED =
            "'always', 'by relation', 'follow pg_type, pg_proc' or 'by relation; follow pg_type'";

    private static final String ALWAYS = "always";
    private static final String BY_RELATION = "by relation";
    private static final String FOLLOW = "follow ";
    private static final Pattern CATALOG = Pattern.compile("\\bpg_[a-z_]+\\b");

    public Refresh {
        named = Set.copyOf(named);
        followed = Set.copyOf(followed);
    }

    /** When a catalog moved that the query names. */
    static Refresh byName(String sql) {
        return new Refresh(false, false, named(sql), Set.of());
    }

    static Refresh alwaysOf(String sql) {
        return new Refresh(true, false, named(sql), Set.of());
    }

    /** Empty if the text says something else. */
    static Optional<Refresh> parse(String text, String sql) {
        if (text.equals(ALWAYS)) {
            return Optional.of(alwaysOf(sql));
        }
        boolean byRelation = false;
        Set<String> followed = new HashSet<>();
        for (String clause : text.split("\\s*;\\s*")) {
            if (clause.equals(BY_RELATION)) {
                byRelation = true;
            } else if (clause.startsWith(FOLLOW)) {
                followed.addAll(Lists.commas(clause.substring(FOLLOW.length())));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Refresh(false, byRelation, named(sql), followed));
    }

    private static Set<String> named(String sql) {
        return CATALOG.matcher(sql).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
