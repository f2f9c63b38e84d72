package io.evenkeel.analyzer;

import io.evenkeel.analyzer.diff.Side;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Choice;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.SchemaScope;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.snapshot.Unread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Random databases of tables with columns, and comments in columns: small enough that two of them overlap. */
public final class Worlds {
    public static final ObjectKind TABLE = new ObjectKind("table");
    public static final ObjectKind COLUMN = new ObjectKind("column");
    public static final ObjectKind NOTE = new ObjectKind("note");

    private Worlds() {}

    /** A world drawn from that seed. */
    public static Map<ObjectKey, CatalogObject> world(Random random) {
        List<CatalogObject> objects = new ArrayList<>();
        for (int table = 0; table < 6; table++) {
            if (random.nextInt(4) > 0) {
                addTable("t" + table, random, objects);
            }
        }
        return byKey(objects);
    }

    private static void addTable(String name, Random random, List<CatalogObject> objects) {
        List<String> root = List.of("public", name);
        CatalogObject table = object(TABLE, root, Optional.empty(), root, random);
        objects.add(table);
        for (int index = 0; index < random.nextInt(4); index++) {
            CatalogObject column =
                    object(COLUMN, List.of("public", name, "c" + index), Optional.of(table.key()), root, random);
            objects.add(column);
            if (random.nextBoolean()) {
                objects.add(
                        object(NOTE, List.of("public", name, "c" + index), Optional.of(column.key()), root, random));
            }
        }
    }

    private static CatalogObject object(
            ObjectKind kind, List<String> identity, Optional<ObjectKey> parent, List<String> root, Random random) {
        Map<String, Value> attributes = new TreeMap<>();
        attributes.put("type", new Value.Text("type" + random.nextInt(2)));
        attributes.put("definition", new Value.Int(random.nextInt(3)));
        if (random.nextInt(5) == 0) {
            attributes.put("owner", random.nextBoolean() ? Value.NULL : new Value.Text("owner"));
        }
        return new CatalogObject(
                new ObjectKey(kind, identity),
                root,
                parent,
                Attributes.of(attributes),
                Attributes.of(Map.of("position", new Value.Int(random.nextInt(1000)))));
    }

    /** The objects by their keys. */
    public static Map<ObjectKey, CatalogObject> byKey(Collection<CatalogObject> objects) {
        Map<ObjectKey, CatalogObject> map = new TreeMap<>();
        objects.forEach(object -> map.put(object.key(), object));
        return map;
    }

    /** The three kinds; the definition of a column depends on the server's version. */
    public static List<KindDescriptor> kinds() {
        return Stream.of(TABLE, COLUMN, NOTE).map(Worlds::kind).toList();
    }

    private static KindDescriptor kind(ObjectKind kind) {
        Set<String> versionBound = kind.equals(COLUMN) ? Set.of("definition") : Set.of();
        return new KindDescriptor(
                kind,
                kind.name(),
                "structure",
                Severity.WARNING,
                new TreeMap<>(Map.of("missing", Severity.CRITICAL, "owner", Severity.INFO)),
                10,
                versionBound,
                new TreeMap<>(Map.of("missing", "create it", "different", "alter it")));
    }

    /** A side whose settings choose these schemas. */
    public static Side side(Environment environment, Choice schemas) {
        List<KindDescriptor> within = kinds().stream()
                .map(kind -> kind.within(new SchemaScope(0, schemas)))
                .toList();
        return new Side(environment, within, List.of(), Optional.of(17));
    }

    /** A side of that server major that could read everything but the given kinds. */
    public static Side side(Environment environment, int major, Unread... unread) {
        return new Side(environment, kinds(), List.of(unread), Optional.of(major));
    }
}
