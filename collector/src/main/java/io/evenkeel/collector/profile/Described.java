package io.evenkeel.collector.profile;

import io.evenkeel.collector.query.IdentityColumns;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.runtime.settings.Globs;
import java.util.Optional;

/**
 * An object as rules see it.
 *
 * @param schema that it, or what it lies in, lies in
 */
record Described(CatalogObject object, IdentityColumns identity, Optional<String> schema) {
    static final String SCHEMA = "schema";

    String kind() {
        return object.key().kind().name();
    }

    /** Whether the name or attribute matches: a list if any of its items does. */
    boolean matches(String word, Globs globs) {
        if (word.equals(SCHEMA)) {
            return schema.filter(globs::match).isPresent();
        }
        return identity.name(object.key(), word).map(globs::match).orElseGet(() -> matches(attribute(word), globs));
    }

    private Value attribute(String word) {
        Value compared = object.compared().get(word);
        return compared.equals(Value.NULL) ? object.carried().get(word) : compared;
    }

    private static boolean matches(Value value, Globs globs) {
        return switch (value) {
            case Value.Text text -> globs.match(text.text());
            case Value.TextList list -> list.items().stream().anyMatch(globs::match);
            case Value.Bool truth -> globs.match(String.valueOf(truth.truth()));
            case Value.Int number -> globs.match(String.valueOf(number.number()));
            case Value.Decimal number -> globs.match(number.number().toPlainString());
            case Value.Null none -> false;
        };
    }

    /** Whether it has an owner, and another than those. */
    boolean isOwnedByOthers(Globs owners) {
        return attribute("owner") instanceof Value.Text owner && !owners.match(owner.text());
    }
}
