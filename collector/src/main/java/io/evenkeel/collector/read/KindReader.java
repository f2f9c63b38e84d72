package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the query of one kind's file: once, or for each relation that it requires. */
final class KindReader {
    private final Session session;
    private final String role;

    KindReader(Session session, String role) {
        this.session = session;
        this.role = role;
    }

    /** Throws only what ends the connection. */
    KindResult read(KindFile file, List<FoundRelation> relations) throws SQLException {
        if (file.requires().isEmpty()) {
            return run(file, file.sql(), Optional.empty());
        }
        List<CatalogObject> all = new ArrayList<>();
        for (FoundRelation relation : relations) {
            if (relation.file().equals(file)) {
                switch (run(file, relation.sql(), Optional.of(relation))) {
                    case KindResult.Objects some -> all.addAll(some.objects());
                    case KindResult.Problem problem -> {
                        return problem;
                    }
                }
            }
        }
        return new KindResult.Objects(all);
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

    private static List<CatalogObject> objects(KindFile file, ResultSet rows) throws SQLException {
        RowMapper mapper = new RowMapper(file, rows.getMetaData());
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
                reason, file.name() + ": " + SqlFaults.words(fault) + remedy, SqlFaults.mayPass(fault));
    }

    private String grants(FoundRelation relation) {
        String to = " TO \"" + role.replace("\"", "\"\"") + "\";";
        return "; run GRANT USAGE ON SCHEMA " + relation.schemaIdentifier() + to + " GRANT SELECT ON "
                + relation.identifier() + to
                + " and where row level security is on, a policy that lets the role read it";
    }
}
