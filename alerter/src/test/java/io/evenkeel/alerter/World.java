package io.evenkeel.alerter;

import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.SnapshotRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A small world that drifted in every way: what the console and the metrics tests show. */
public final class World {
    public static final KindDescriptor[] KINDS = {
        Drifts.kind("migration", "migration", 5),
        Drifts.kind("table", "structure", 20),
        Drifts.kind("column", "structure", 30),
        Drifts.kind("enum", "structure", 10),
        Drifts.kind("view", "code", 40),
        Drifts.kind("function", "code", 50),
        Drifts.kind("policy", "security", 60),
        Drifts.kind("row_estimate", "data", 90)
    };
    private static final String BODY = "BEGIN\n  -- totals by day\n  RETURN QUERY\n  SELECT day, sum(calls)\n"
            + "    FROM agent_calls\n   WHERE client_id = p_client\n   GROUP BY day\n   ORDER BY day;\nEND";

    private World() {}

    public static List<CatalogObject> staging() {
        List<CatalogObject> objects = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            objects.add(object("migration", "supabase", "2025111314542" + i));
        }
        objects.add(object("table", "public", "agent_calls"));
        objects.add(object("view", "public", "v_calls"));
        objects.add(object("enum", "storage", "buckettype"));
        objects.add(rows(676));
        return objects;
    }

    public static List<CatalogObject> production() {
        List<CatalogObject> objects = new ArrayList<>(staging().subList(6, 20));
        objects.add(object("migration", "supabase", "20251120000000"));
        objects.add(rows(811));
        return objects;
    }

    private static CatalogObject object(String... key) {
        ObjectKey objectKey = ObjectKey.of(List.of(key));
        return new CatalogObject(objectKey, objectKey.identity(), Optional.empty(), Attributes.NONE, Attributes.NONE);
    }

    private static CatalogObject rows(long rows) {
        ObjectKey key = ObjectKey.of(List.of("row_estimate", "public", "agent_calls"));
        return new CatalogObject(
                key,
                key.identity(),
                Optional.empty(),
                Attributes.NONE,
                Attributes.of(Map.of("rows", new Value.Int(rows))));
    }

    public static List<Drift> drifts() {
        List<Drift> drifts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            drifts.add(drift(
                    "migration",
                    Severity.CRITICAL,
                    Change.MISSING,
                    List.of(only("name", "security_fixes_" + i)),
                    "migration",
                    "supabase",
                    "2025111314542" + i));
        }
        drifts.add(drift(
                "migration",
                Severity.WARNING,
                Change.UNEXPECTED,
                List.of(),
                "migration",
                "supabase",
                "20251120000000"));
        drifts.add(drift(
                "code",
                Severity.WARNING,
                Change.DIFFERENT,
                List.of(Drifts.texts("body", BODY, BODY.replace("   WHERE client_id = p_client\n", ""))),
                "function",
                "public",
                "get_kpi_metrics",
                "p_client uuid"));
        drifts.add(drift(
                "code",
                Severity.CRITICAL,
                Change.DIFFERENT,
                List.of(
                        new AttributeDifference("security_invoker", new Value.Bool(true), Value.NULL),
                        Drifts.texts(
                                "definition",
                                "SELECT id, phone, call_classification FROM agent_calls c JOIN agents USING (agent_id)",
                                "SELECT id, phone FROM agent_calls c JOIN agents USING (agent_id)")),
                "view",
                "public",
                "v_calls"));
        drifts.add(drift(
                "structure",
                Severity.INFO,
                Change.DIFFERENT,
                List.of(new AttributeDifference(
                        "labels", list("STANDARD", "ANALYTICS"), list("STANDARD", "ANALYTICS", "VECTOR"))),
                "enum",
                "storage",
                "buckettype"));
        drifts.add(drift(
                "security",
                Severity.CRITICAL,
                Change.MISSING,
                List.of(only("command", "SELECT"), only("using", "(auth.uid() = user_id)")),
                "policy",
                "public",
                "agent_emails",
                "<script>alert('owned')</script>\u202e\u001b[2J"));
        return drifts;
    }

    private static Drift drift(
            String category, Severity severity, Change change, List<AttributeDifference> attributes, String... key) {
        ObjectKey objectKey = ObjectKey.of(List.of(key));
        SnapshotRef now = new SnapshotRef(1, 1, Instant.now());
        return new Drift(
                "episode-" + String.join("-", key),
                Drifts.PRODUCTION,
                new Difference(objectKey, Optional.empty(), change, attributes, new TreeMap<>()),
                category,
                category.length(),
                severity,
                "Apply the migration to the target with the tool that made it.",
                now,
                now,
                Samples.NOON,
                Samples.NOON,
                Optional.empty());
    }

    private static AttributeDifference only(String name, String baseline) {
        return new AttributeDifference(name, new Value.Text(baseline), Value.NULL);
    }

    private static Value list(String... items) {
        return new Value.TextList(List.of(items));
    }
}
