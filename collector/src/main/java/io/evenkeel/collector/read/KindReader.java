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
import java.util.stream.Collectors;

/** Runs the query of one kind's file: once, or for each relation that it requires. */
final class KindReader {
    private final Session session;
    private final String role;
    private final Redactor redactor;
    private final RoleNames roles;
    private final Map<ObjectKind, IdentityColumns> identities = new HashMap<>();

    KindReader(Session session, String role, ReadingOptions options) {
        this.session = session;
        this.role = role;
        this.redactor = options.redactor();
        this.roles = new RoleNames(options.selection().roles());
    }

    /** Which columns make the keys of the kinds that were read. */
    Map<ObjectKind, IdentityColumns> identities() {
        return Map.copyOf(identities);
    }

    /** Throws only what ends the connection. */
    KindResult read(KindFile file, List<FoundRelation> relations) throws SQLException {
        if (file.requires().isEmpty()) {
            return run(file, file.sql(), Optional.empty());
        }
        List<CatalogObject> all = new ArrayList<>();
        List<KindResult.Problem> problems = new ArrayList<>();
        for (FoundRelation relation : relations) {
            if (relation.file().equals(file)) {
                switch (run(file, relation.sql(), Optional.of(relation))) {
                    case KindResult.Objects some -> all.addAll(some.objects());
                    case KindResult.Problem problem -> problems.add(problem);
                }
            }
        }
        return problems.isEmpty() ? new KindResult.Objects(all) : together(problems);
    }

    /** All of them are said, so that all can be mended at once. */
    private static KindResult together(List<KindResult.Problem> problems) {
        return new KindResult.Problem(
                problems.getFirst().reason(),
                problems.stream().map(KindResult.Problem::detail).collect(Collectors.joining("; ")),
                problems.stream().anyMatch(KindResult.Problem::mayPass));
    }

    private KindResult run(KindFile file, String sql, Optional<FoundRelation> relation) throws SQLException {
        try {
            return new KindResult.Objects(session.query(sql, rows -> objects(file, rows)));
        } catch (KindQueryException mistake) {
            return new KindResult.Problem(UnknownReason.ERROR, String.valueOf(mistake.getMessage()), false);
        } catch (SQLException fault) {
            if (SqlFaults.endsConnection(fault)) {
                throw fault;
            }
            return problem(file, fault, relation);
        }
    }

    private List<CatalogObject> objects(KindFile file, ResultSet rows) throws SQLException {
        RowMapper mapper = new RowMapper(file, rows.getMetaData(), redactor, roles);
        identities.put(file.kind(), RowMapper.identity(rows.getMetaData()));
        List<CatalogObject> objects = new ArrayList<>();
        while (rows.next()) {
            objects.add(mapper.map(rows));
        }
        return objects;
    }

    private KindResult problem(KindFile file, SQLException fault, Optional<FoundRelation> relation) {
        UnknownReason reason = SqlFaults.reason(fault);
        String remedy = reason == UnknownReason.PERMISSION
                ? relation.map(this::grants).orElse("; grant the role what the message names")
                : "";
        return new KindResult.Problem(
                reason, file.name() + ": " + SqlFaults.words(fault, redactor) + remedy, SqlFaults.mayPass(fault));
    }

    private String grants(FoundRelation relation) {
        String to = " TO \"" + role.replace("\"", "\"\"") + "\";";
        return "; run GRANT USAGE ON SCHEMA " + relation.relation().schemaIdentifier() + to + " GRANT SELECT ON "
                + String.join(", ", relation.read()) + to
                + " and where row level security is on, a policy that lets the role read it";
    }
}
