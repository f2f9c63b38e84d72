package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Choice;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.SchemaScope;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The schemas that the settings leave out, and what lies in them.
 *
 * @param scopes of the kinds whose objects lie in schemas; none if every schema is wanted
 */
record LeftOutSchemas(Choice chosen, Map<ObjectKind, SchemaScope> scopes) {
    // no kind of object: under this name the schemas are told beside the kinds that are left out
    private static final ObjectKind TOLD_AS = new ObjectKind("schemas");

    static LeftOutSchemas of(Plan plan) {
        Map<ObjectKind, SchemaScope> scopes = new TreeMap<>();
        if (!plan.schemas().isAll()) {
            for (KindFile file : plan.files()) {
                file.schemaAt().ifPresent(at -> scopes.put(file.kind(), new SchemaScope(at, plan.schemas())));
            }
        }
        return new LeftOutSchemas(plan.schemas(), scopes);
    }

    /** Whether the object lies in one of them, by its own name or by what it belongs to. */
    boolean hold(CatalogObject object) {
        return SchemaScope.leaveOut(scopes, object);
    }

    /** The kinds, each with where its objects were looked for. */
    List<KindDescriptor> described(List<KindDescriptor> kinds) {
        return kinds.stream()
                .map(kind -> Optional.ofNullable(scopes.get(kind.kind()))
                        .map(kind::within)
                        .orElse(kind))
                .toList();
    }

    /** What to tell of them; nothing if there are none. */
    Optional<Unread> told() {
        return chosen.isAll()
                ? Optional.empty()
                : Optional.of(
                        new Unread(TOLD_AS, UnknownReason.EXCLUDED, "left out by settings (schemas: " + chosen + ")"));
    }
}
