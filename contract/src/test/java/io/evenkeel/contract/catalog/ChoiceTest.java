package io.evenkeel.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.snapshot.Access;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final ObjectKind TABLE = new ObjectKind("table");
    private static final ObjectKind GRANT = new ObjectKind("grant");

    @Test
    void excludeWinsOverInclude() {
        Choice choice = new Choice(List.of("app", "tmp_*"), List.of("*_old"));

        assertThat(Stream.of("app", "tmp_1", "app_old", "tmp_old", "apple", "public")
                        .filter(choice::holds))
                .containsExactly("app", "tmp_1");
        assertThat(choice).hasToString("only app, tmp_* but *_old");
        assertThat(Choice.ALL.holds("anything")).isTrue();
        assertThat(new Choice(List.of(), List.of("a.b")).holds("axb")).isTrue();
    }

    @Test
    void objectLiesInASchemaByItsNameOrThatOfItsParent() {
        Map<ObjectKind, SchemaScope> scopes =
                Map.of(TABLE, new SchemaScope(0, new Choice(List.of(), List.of("audit"))));
        ObjectKey audited = new ObjectKey(TABLE, List.of("audit", "log"));

        assertThat(SchemaScope.leaveOut(scopes, object(audited, Optional.empty())))
                .isTrue();
        assertThat(SchemaScope.leaveOut(
                        scopes, object(new ObjectKey(GRANT, List.of("table", "log", "public")), Optional.of(audited))))
                .isTrue();
        assertThat(SchemaScope.leaveOut(
                        scopes, object(new ObjectKey(TABLE, List.of("public", "audit")), Optional.empty())))
                .isFalse();
        assertThat(SchemaScope.leaveOut(scopes, object(new ObjectKey(GRANT, List.of("audit")), Optional.empty())))
                .isFalse();
    }

    @Test
    void wordOfANewerVersionIsOther() {
        assertThat(Access.of("superuser")).isEqualTo(Access.SUPERUSER);
        assertThat(Access.of("by_carrier_pigeon")).isEqualTo(Access.OTHER);
    }

    private static CatalogObject object(ObjectKey key, Optional<ObjectKey> parent) {
        return new CatalogObject(key, key.identity(), parent, Attributes.NONE, Attributes.NONE);
    }
}
