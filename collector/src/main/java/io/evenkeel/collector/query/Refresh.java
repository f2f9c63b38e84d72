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
 * always                        the query also tells what no catalog row shows: from time to time, all of it is read
 * by relation                   each row tells of one relation, whose OID is the column _oid; the query can be run for some
 *                               relations only: with its lines that end in -- by relation
 * follow pg_type, pg_collation  of these it only prints names: what moved in them concerns what refers to it, by pg_depend
 * </pre>
 *
 * Parted by semicolons, they may stand together.
 *
 * @param always whether to read it from time to time although no catalog moved
 * @param named the catalogs that the query names, in whatever way
 * @param followed the catalogs whose changes are followed to the relations that refer to what changed
 */
public record Refresh(boolean always, boolean byRelation, Set<String> named, Set<String> followed) {
    static final String EXPECTED =
            "'always', 'by relation', 'follow pg_type, pg_proc', or several of them: 'by relation; follow pg_type'";

    private static final String ALWAYS = "always";
    private static final String BY_RELATION = "by relation";
    private static final String FOLLOW = "follow ";
    // what is seldom without a change when there is one
    private static final Set<String> MOST = Set.of("pg_class", "pg_type", "pg_proc", "pg_namespace");
    private static final Pattern CATALOG = Pattern.compile("\\bpg_[a-z_]+\\b");

    public Refresh {
        named = Set.copyOf(named);
        followed = Set.copyOf(followed);
    }

    /** When a catalog moved that the query names. */
    static Refresh byName(String sql) {
        return new Refresh(false, false, named(sql), Set.of());
    }

    /** Nobody knows what the query looks at. */
    static Refresh ofUnknown(String sql) {
        Set<String> named = named(sql);
        named.addAll(MOST);
        return new Refresh(true, false, named, Set.of());
    }

    /** Empty if the text says something else. */
    static Optional<Refresh> parse(String text, String sql) {
        boolean always = false;
        boolean byRelation = false;
        Set<String> followed = new HashSet<>();
        for (String clause : text.split("\\s*;\\s*")) {
            if (clause.equals(ALWAYS)) {
                always = true;
            } else if (clause.equals(BY_RELATION)) {
                byRelation = true;
            } else if (clause.startsWith(FOLLOW)) {
                followed.addAll(Lists.commas(clause.substring(FOLLOW.length())));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Refresh(always, byRelation, named(sql), followed));
    }

    private static Set<String> named(String sql) {
        return CATALOG.matcher(sql).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
