package io.evenkeel.contract.catalog;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which schemas objects of a kind were looked for.
 *
 * @param at the place of the schema's name in an identity of the kind
 */
public record SchemaScope(int at, Choice schemas) {
    /** Whether the object lies in a schema where nobody looked, by its own name or by that of what it lies in. */
    public static boolean leaveOut(Map<ObjectKind, SchemaScope> scopes, CatalogObject object) {
        return left(scopes, object.key())
                .or(() -> object.parent().flatMap(parent -> left(scopes, parent)))
                .orElse(false);
    }

    private static Optional<Boolean> left(Map<ObjectKind, SchemaScope> scopes, ObjectKey key) {
        @Nullable SchemaScope scope = scopes.get(key.kind());
        return scope == null || scope.at >= key.identity().size()
                ? Optional.empty()
                : Optional.of(!scope.schemas.holds(key.identity().get(scope.at)));
    }
}
