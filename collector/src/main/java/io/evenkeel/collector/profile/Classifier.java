package io.evenkeel.collector.profile;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.OwnerClass;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the platform's objects from the user's: by the first rule that fits, else as what the object lies in, else by its
 * schema.
 */
public final class Classifier {
    private static final String SERVER = "server";

    private final Profile profile;
    private final Landmarks landmarks;
    private final KindFacts kinds;
    private final Map<ObjectKey, CatalogObject> objects;
    private final Map<ObjectKey, Whose> known = new HashMap<>();

    private Classifier(Profile profile, Landmarks landmarks, KindFacts kinds, Map<ObjectKey, CatalogObject> objects) {
        this.profile = profile;
        this.landmarks = landmarks;
        this.kinds = kinds;
        this.objects = objects;
    }

    private record Whose(Rule.Verdict verdict, Optional<String> schema) {
        static final Whose NOBODYS = new Whose(Rule.Verdict.USER, Optional.empty());

        String component() {
            return verdict.component().or(() -> schema).orElse(SERVER);
        }
    }

    /** What is the platform's, marked, and the summaries of its components. */
    public static Map<ObjectKey, CatalogObject> classify(
            Profile profile, Landmarks landmarks, KindFacts kinds, Map<ObjectKey, CatalogObject> objects) {
        Classifier classifier = new Classifier(profile, landmarks, kinds, objects);
        Map<ObjectKey, CatalogObject> changed = new HashMap<>();
        Summaries summaries = new Summaries(profile.name(), kinds);
        for (CatalogObject object : objects.values()) {
            Whose whose = classifier.whose(object);
            if (whose.verdict.platform()) {
                changed.put(object.key(), marked(object));
                if (whose.verdict.summarised()) {
                    summaries.add(whose.component(), object);
                }
            }
        }
        summaries.objects().forEach(summary -> changed.put(summary.key(), summary));
        return changed;
    }

    private static CatalogObject marked(CatalogObject object) {
        return object.carrying(object.carried().with(OwnerClass.ATTRIBUTE, OwnerClass.PLATFORM));
    }

    private Whose whose(CatalogObject object) {
        Whose before = known.get(object.key());
        if (before != null) {
            return before;
        }
        // what lies in itself, by a mistake in a kind file, is nobody's
        known.put(object.key(), Whose.NOBODYS);
        Whose whose = kinds.measurements().contains(object.key().kind()) ? Whose.NOBODYS : judge(object);
        known.put(object.key(), whose);
        return whose;
    }

    private Whose judge(CatalogObject object) {
        Optional<Whose> parent = object.parent()
                .flatMap(key -> Optional.ofNullable(objects.get(key)))
                .map(this::whose);
        Described described = new Described(object, kinds.identity(object.key().kind()), schema(object, parent));
        Rule.Verdict verdict = profile.ruled(described)
                .or(() -> parent.map(Whose::verdict))
                .orElseGet(() -> bySchema(described) ? Rule.Verdict.PLATFORM : Rule.Verdict.USER);
        return new Whose(verdict, described.schema());
    }

    private Optional<String> schema(CatalogObject object, Optional<Whose> parent) {
        return kinds.identity(object.key().kind())
                .name(object.key(), Described.SCHEMA)
                .or(() -> parent.flatMap(Whose::schema))
                // its parent is of a kind that could not be read
                .or(() -> object.parent()
                        .filter(key -> !objects.containsKey(key))
                        .map(key -> object.root().getFirst()));
    }

    private boolean bySchema(Described object) {
        Optional<String> schema = object.schema().filter(profile::hasSchema);
        boolean platformOwnsIt = schema.map(landmarks.schemas()::get)
                .filter(profile.owners()::match)
                .isPresent();
        return schema.isPresent() && !(platformOwnsIt && object.isOwnedByOthers(profile.owners()));
    }
}
