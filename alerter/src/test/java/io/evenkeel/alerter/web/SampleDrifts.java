package io.evenkeel.alerter.web;

import static io.evenkeel.contract.catalog.Severity.CRITICAL;
import static io.evenkeel.contract.catalog.Severity.INFO;
import static io.evenkeel.contract.catalog.Severity.WARNING;
import static io.evenkeel.contract.drift.Change.DIFFERENT;
import static io.evenkeel.contract.drift.Change.MISSING;
import static io.evenkeel.contract.drift.Change.UNEXPECTED;

import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.SnapshotRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Drifts as two real databases had them. */
final class SampleDrifts {
    static final List<KindDescriptor> KINDS = List.of(
            kind(
                    "migration",
                    "migration",
                    5,
                    "Migrations that a tool has applied",
                    "Apply it with \"supabase db push\"."),
            kind("schema", "structure", 10, "Schemas", ""),
            kind("enum", "structure", 30, "Enumerated types and their labels", "Add the labels that are missing."),
            kind("table", "structure", 50, "Tables", ""),
            kind("column", "structure", 60, "Columns of tables", "Add it by the migration that added it first."),
            kind("constraint", "structure", 70, "Constraints", "Replace it in one transaction."),
            kind("function", "code", 90, "Functions and procedures", "Bring both to one definition by a migration."),
            kind("view", "code", 100, "Views", "Bring both to one definition (CREATE OR REPLACE VIEW)."),
            kind(
                    "policy",
                    "security",
                    130,
                    "Row level security policies",
                    "Apply the migration that creates it at once."),
            kind("grant", "security", 140, "Privileges", ""),
            kind("available_extension", "server", 900, "Extensions that the server ships", "Upgrade the older server."),
            kind("row_estimate", "data", 950, "Estimated rows", ""));
    private static final String VIEW = """
             SELECT c.id,
                c.client_id,
                cl.name AS client_name,
                a.name AS agent_name,
                a.agent_type,
                c.lead_id,
                c.started_at,
                c.duration_seconds,
                c.call_classification,
                c.recording_url
               FROM public.agent_calls c
                 LEFT JOIN public.clients cl ON cl.id = c.client_id
                 LEFT JOIN public.agents a ON a.id = c.agent_id;""";

    private SampleDrifts() {}

    static List<Drift> of(Comparison comparison) {
        List<Drift> drifts = new ArrayList<>();
        for (String[] migration : new String[][] {
            {"20251113145425", "security_fixes_test_v2"},
            {"20251113145458", "security_fixes_remaining_views"},
            {"20251113145549", "security_fixes_arthur_views"},
            {"20251114115307", "create_agent_emails_table_v2"},
            {"20251114115358", "email_rls_policies"},
            {"20251114115525", "email_analytics"}
        }) {
            drifts.add(migration(comparison, MISSING, CRITICAL, migration[0], migration[1]));
        }
        drifts.add(drift(comparison, CRITICAL, MISSING, Map.of("grant", 21), "view", "public", "v_email_analytics")
                .with("columns", list("client_id uuid", "email_type text", "day date", "sent bigint"), Value.NULL)
                .with("definition", text(VIEW.replace("agent_calls", "agent_emails")), Value.NULL)
                .done());
        drifts.add(drift(comparison, CRITICAL, DIFFERENT, Map.of(), "view", "public", "v_arthur_calls_daily")
                .with("security_invoker", new Value.Bool(true), new Value.Bool(false))
                .done());
        drifts.add(drift(comparison, WARNING, DIFFERENT, Map.of(), "view", "public", "v_agent_calls_enriched")
                .with("definition", text(VIEW), text(VIEW.replaceFirst(" *c.call_classification,\n", "")))
                .done());
        drifts.addAll(others(comparison));
        return drifts;
    }

    private static List<Drift> others(Comparison comparison) {
        String check = "CHECK ((email_type = ANY (ARRAY['follow_up'::text, 'cold_email'::text, 'sequence_step'::text,"
                + " 'transactional'::text, 'notification'::text%s])))";
        return List.of(
                drift(comparison, CRITICAL, DIFFERENT, Map.of(), "enum", "storage", "buckettype")
                        .with("labels", list("STANDARD", "ANALYTICS"), list("STANDARD", "ANALYTICS", "VECTOR"))
                        .done(),
                drift(
                                comparison,
                                CRITICAL,
                                DIFFERENT,
                                Map.of(),
                                "constraint",
                                "public",
                                "agent_emails",
                                "email_type_check")
                        .with(
                                "definition",
                                text(check.formatted("")),
                                text(check.formatted(", 'incoming_sms'::text, 'appointment_reminder'::text")))
                        .done(),
                policy(comparison, "agent_emails_insert"),
                policy(comparison, "agent_emails_no_anon"),
                policy(comparison, "agent_emails_select"),
                drift(comparison, CRITICAL, MISSING, Map.of(), "column", "public", "agent_calls", "call_classification")
                        .with("type", text("text"), Value.NULL)
                        .with("comment", text("What the call turned out to be, told by the model"), Value.NULL)
                        .done(),
                drift(comparison, WARNING, UNEXPECTED, Map.of(), "column", "public", "agent_emails", "appointment_id")
                        .with("type", Value.NULL, text("uuid"))
                        .with("position", Value.NULL, new Value.Int(37))
                        .done(),
                drift(comparison, WARNING, UNEXPECTED, Map.of("grant", 21), "view", "public", "v_agent_communications")
                        .with("definition", Value.NULL, text(VIEW))
                        .done(),
                migration(comparison, UNEXPECTED, WARNING, "20251118091203", "hotfix_agent_emails_types"),
                drift(comparison, INFO, DIFFERENT, Map.of(), "available_extension", "pg_hashids")
                        .with("default_version", text("1.3.0-cd0e1b31d52b394a0df64079406a14a4f7387cd6"), text("1.3"))
                        .done(),
                drift(comparison, INFO, UNEXPECTED, Map.of(), "available_extension", "pg_repack")
                        .with("default_version", Value.NULL, text("1.5.2"))
                        .done());
    }

    private static Drift migration(
            Comparison comparison, Change change, Severity severity, String version, String name) {
        Value none = Value.NULL;
        return drift(comparison, severity, change, Map.of(), "migration", "supabase", "schema_migrations", version)
                .with("name", change == MISSING ? text(name) : none, change == MISSING ? none : text(name))
                .done();
    }

    private static Drift policy(Comparison comparison, String name) {
        return drift(comparison, CRITICAL, MISSING, Map.of(), "policy", "public", "agent_emails", name)
                .with("command", text("select"), Value.NULL)
                .with("roles", list("authenticated"), Value.NULL)
                .with("using", text("public.user_has_client_access(client_id)"), Value.NULL)
                .done();
    }

    static Value text(String text) {
        return new Value.Text(text);
    }

    static Value list(String... items) {
        return new Value.TextList(Arrays.asList(items));
    }

    private static KindDescriptor kind(String name, String category, int order, String description, String advice) {
        return new KindDescriptor(
                new ObjectKind(name),
                description,
                category,
                WARNING,
                new TreeMap<>(),
                order,
                Set.of(),
                advice.isEmpty() ? new TreeMap<>() : new TreeMap<>(Map.of("missing", advice, "different", advice)));
    }

    static Builder drift(
            Comparison comparison, Severity severity, Change change, Map<String, Integer> folded, String... key) {
        return new Builder(comparison, severity, change, folded, ObjectKey.of(List.of(key)), new ArrayList<>());
    }

    /** A drift whose attributes are still being told. */
    record Builder(
            Comparison comparison,
            Severity severity,
            Change change,
            Map<String, Integer> folded,
            ObjectKey key,
            List<AttributeDifference> attributes) {
        Builder with(String name, Value baseline, Value target) {
            attributes.add(new AttributeDifference(name, baseline, target));
            return this;
        }

        Drift done() {
            TreeMap<ObjectKind, Integer> kinds = new TreeMap<>();
            folded.forEach((kind, count) -> kinds.put(new ObjectKind(kind), count));
            KindDescriptor kind = KINDS.stream()
                    .filter(each -> each.kind().equals(key.kind()))
                    .findFirst()
                    .orElseGet(() -> KindDescriptor.undescribed(key.kind()));
            SnapshotRef snapshot = new SnapshotRef(1, 1, SampleBoard.NOW);
            return new Drift(
                    "episode-" + comparison.target() + "-" + String.join("-", key.toList()),
                    comparison,
                    new Difference(key, Optional.empty(), change, attributes, kinds),
                    kind.category(),
                    kind.order(),
                    severity,
                    kind.adviceFor(change.word()),
                    snapshot,
                    snapshot,
                    SampleBoard.NOW.minusSeconds(
                            5_000L + 3_600L * key.identity().size()),
                    SampleBoard.NOW.minusSeconds(5_000),
                    Optional.empty());
        }
    }
}
