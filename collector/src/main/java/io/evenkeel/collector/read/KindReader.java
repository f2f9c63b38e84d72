package io.evenkeel.collector.read;

import io.evenkeel.collector.query.IdentityColumns;
import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.redact.Redactor;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs the query of one kind's file: once, or for each relation that it requires. */
final class KindReader {
    /** Asks the server for all rows of a file, once or piece by piece. */
    private interface Query {
        void run(Session.Results<Integer> rows) throws SQLException;
    }

    private final Session session;
    private final String role;
    private final Redactor redactor;
    private final RoleNames roles;
    private final Map<ObjectKind, IdentityColumns> identities;
    private final Map<KindFile, KindResult> former;
    private final Amount amount;
    private int count;

    /**
     * @param identities what earlier readings found out; it is added to
     * @param former an earlier reading's results: what is still the same is not held a second time
     */
    KindReader(
            Session session,
            String role,
            ReadingOptions options,
            Map<ObjectKind, IdentityColumns> identities,
            Map<KindFile, KindResult> former,
            Amount amount) {
        this.identities = identities;
        this.amount = amount;
        this.former = former;
        this.session = session;
        this.role = role;
        this.redactor = options.redactor();
        this.roles = new RoleNames(options.selection().roles());
    }

    /** How many objects were read. */
    int count() {
        return count;
    }

    /** What some relations are and what lies on them. */
    KindResult read(KindFile file, Set<Long> relations) throws SQLException {
        Template query = Template.aboutRelations(file.sql());
        return run(file, Optional.empty(), rows -> session.query(query, KindFile.array(relations), rows));
    }

    /**
     * Throws only what ends the connection.
     *
     * @param wanted of which relations to tell; absent: of all
     */
    KindResult read(KindFile file, List<FoundRelation> relations, Optional<Set<Long>> wanted) throws SQLException {
        if (file.requires().isEmpty()) {
            return run(file, Optional.empty(), rows -> {
                for (String sql : amount.queries(session, file, wanted)) {
                    ask(file, sql, rows);
                }
            });
        }
        List<CatalogObject> all = new ArrayList<>();
        List<KindResult.Problem> problems = new ArrayList<>();
        for (FoundRelation relation : relations) {
            if (relation.file().equals(file)) {
                KindResult result = run(file, Optional.of(relation), rows -> session.query(relation.sql(), rows));
                result.all().forEach(all::add);
                problems.addAll(result.problems());
            }
        }
        KindResult.Objects objects = KindResult.Objects.of(all);
        return problems.isEmpty() ? objects : new KindResult.Part(objects, problems);
    }

    private void ask(KindFile file, String sql, Session.Results<Integer> rows) throws SQLException {
        if (amount.isMuch(Optional.ofNullable(former.get(file)))) {
            session.stream(sql, rows);
        } else {
            session.query(sql, rows);
        }
    }

    private KindResult run(KindFile file, Optional<FoundRelation> relation, Query query) throws SQLException {
        try {
            Map<Long, List<CatalogObject>> objects = new HashMap<>();
            query.run(rows -> count += add(file, rows, objects));
            return new KindResult.Objects(objects);
        } catch (KindQueryException mistake) {
            return new KindResult.Problem(UnknownReason.ERROR, String.valueOf(mistake.getMessage()), false, List.of());
        } catch (SQLException fault) {
            if (SqlFaults.endsConnection(fault)) {
                throw fault;
            }
            return problem(file, fault, relation);
        }
    }

    private int add(KindFile file, ResultSet rows, Map<Long, List<CatalogObject>> objects) throws SQLException {
        RowMapper mapper = new RowMapper(file, rows.getMetaData(), redactor, roles);
        identities.put(file.kind(), RowMapper.identity(rows.getMetaData()));
        Map<Long, List<CatalogObject>> before =
                former.get(file) instanceof KindResult.Objects last ? last.byRelation() : Map.of();
        int read = 0;
        while (rows.next()) {
            Long relation = mapper.relation(rows);
            List<CatalogObject> there = objects.computeIfAbsent(relation, any -> new ArrayList<>(1));
            there.add(same(mapper.map(rows), before.getOrDefault(relation, List.of()), there.size()));
            read++;
        }
        return read;
    }

    /** The former object if it stands in the same place and is equal, so that the new one can go. */
    private static CatalogObject same(CatalogObject read, List<CatalogObject> before, int at) {
        return at < before.size() && before.get(at).equals(read) ? before.get(at) : read;
    }

    private KindResult problem(KindFile file, SQLException fault, Optional<FoundRelation> relation) {
        UnknownReason reason = SqlFaults.reason(fault);
        String remedy = reason == UnknownReason.PERMISSION
                ? relation.map(this::grants).orElse("; grant the role what the message names")
                : "";
        return new KindResult.Problem(
                reason,
                file.name() + ": " + SqlFaults.words(fault, redactor) + remedy,
                SqlFaults.mayPass(fault),
                relation.map(FoundRelation::names).orElse(List.of()));
    }

    private String grants(FoundRelation relation) {
        String to = " TO \"" + role.replace("\"", "\"\"") + "\";";
        return "; run GRANT USAGE ON SCHEMA " + relation.relation().schemaIdentifier() + to + " GRANT SELECT ON "
                + String.join(", ", relation.read()) + to
                + " and where row level security is on, a policy that lets the role read it";
    }
}
