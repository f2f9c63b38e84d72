package io.evenkeel.alerter.audit;

import java.sql.Connection;
import java.sql.SQLException;

/** Holds what is in force against what was decided: the chain knows the decisions, and these tables only follow them. */
final class DecisionCheck {
    private static final String RULES = """
            select 'rule' as stands, r.id from rule r
            left join decision m on m.ref = r.id and m.what = 'rule_made'
            left join decision e on e.ref = r.id and e.what = 'rule_ended'
            where (r.id > (select rules_before from chain)
                   and (m.content, m.actor, m.decided_at) is distinct from (r.rule, r.made_by, r.made_at))
               or (coalesce(r.id > (select rules_before from chain), false) or e.id is not null)
                  and (e.actor, e.decided_at) is distinct from (r.ended_by, r.ended_at)
            order by r.id
            """;
    private static final String QUIETS = """
            select 'quiet' as stands, q.id from quiet q
            left join decision b on b.ref = q.id and b.what = 'quiet_begun'
            left join decision e on e.ref = q.id and e.what = 'quiet_ended'
            where (q.id > (select quiets_before from chain)
                   and b.content - 'ends_at' is distinct from quiet_content(q) - 'ends_at')
               or (b.id is not null or e.id is not null)
                  and coalesce(e.decided_at, (b.content ->> 'ends_at')::timestamptz) is distinct from q.ends_at
            order by q.id
            """;
    private static final String GONE = """
            select d.id, case when d.what like 'rule%' then 'rule' else 'quiet' end as stands, d.ref from decision d
            where (d.what like 'rule%' and not exists (select from rule r where r.id = d.ref))
               or (d.what like 'quiet%' and not exists (select from quiet q where q.id = d.ref))
            order by 1
            """;

    private DecisionCheck() {}

    static void run(Connection connection, Verification verification) throws SQLException {
        rows(connection, verification, RULES);
        rows(connection, verification, QUIETS);
        Rows.visit(
                connection,
                GONE,
                none -> {},
                row -> verification.fault(
                        row.getString("stands"),
                        "id " + row.getLong("ref"),
                        "gone; decision " + row.getLong("id") + " tells of it"));
    }

    private static void rows(Connection connection, Verification verification, String sql) throws SQLException {
        Rows.visit(
                connection,
                sql,
                none -> {},
                row -> verification.fault(
                        row.getString("stands"), "id " + row.getLong("id"), "not as anybody decided it"));
    }
}
