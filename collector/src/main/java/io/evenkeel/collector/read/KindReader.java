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
    /** Asks the server. */
    private interface Query {
        KindResult run(Session.Results<KindResult> rows) throws SQLException;
    }

    private final Session session;
    private final String role;
    private final Redactor redactor;
    private final RoleNames roles;
    private final Map<ObjectKind, IdentityColumns> identities;
    private int count;

    /** {@code identities} are what earlier readings found out, and are added to. */
    KindReader(Session session, String role, ReadingOptions options, Map<ObjectKind, IdentityColumns> identities) {
        this.identities = identities;
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
        Template query = new Template(file.sql(), KindFile.RELATIONS, "oid[]");
        return run(file, Optional.empty(), rows -> session.query(query, KindFile.array(relations), rows));
    }

    /**
     * Throws only what ends the connection.
     *
     * @param wanted of which relations to tell; absent: of all
     */
    KindResult read(KindFile file, List<FoundRelation> relations, Optional<Set<Long>> wanted) throws SQLException {
        if (file.requires().isEmpty()) {
            String sql = wanted.filter(some -> file.liesInSchemas())
                    .map(file::sqlForAllWithin)
                    .orElseGet(file::sqlForAll);
            return run(file, Optional.empty(), rows -> session.query(sql, rows));
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

    private KindResult run(KindFile file, Optional<FoundRelation> relation, Query query) throws SQLException {
        try {
            return query.run(rows -> objects(file, rows));
        } catch (KindQueryException mistake) {
            return new KindResult.Problem(UnknownReason.ERROR, String.valueOf(mistake.getMessage()), false, List.of());
        } catch (SQLException fault) {
            if (SqlFaults.endsConnection(fault)) {
                throw fault;
            }
            return problem(file, fault, relation);
        }
    }

    private KindResult objects(KindFile file, ResultSet rows) throws SQLException {
        RowMapper mapper = new RowMapper(file, rows.getMetaData(), redactor, roles);
        identities.put(file.kind(), RowMapper.identity(rows.getMetaData()));
        Map<Long, List<CatalogObject>> objects = new HashMap<>();
        while (rows.next()) {
            objects.computeIfAbsent(mapper.relation(rows), relation -> new ArrayList<>(1))
                    .add(mapper.map(rows));
            count++;
        }
        return new KindResult.Objects(objects);
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
