package io.evenkeel.contract.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnreadTest {
    private static final ObjectKind MIGRATION = new ObjectKind("migration");

    @Test
    void wholeKindCoversAllOfIt() {
        assertThat(unread().covers(key("migration", "flyway", "app", "1"))).isTrue();
        assertThat(unread().covers(key("view", "flyway", "app", "1"))).isFalse();
    }

    @Test
    void partCoversWhatItsNamesBegin() {
        assertThat(unread("flyway", "app").covers(key("migration", "flyway", "app", "1")))
                .isTrue();
        assertThat(unread("flyway", "app").covers(key("migration", "flyway", "app2", "1")))
                .isFalse();
        assertThat(unread("flyway", "app").covers(key("migration", "flyway"))).isFalse();
        assertThat(unread("flyway", "app").covers(key("view", "flyway", "app", "1")))
                .isFalse();
    }

    private static Unread unread(String... within) {
        return new Unread(MIGRATION, UnknownReason.PERMISSION, "no right", Optional.of(List.of(within)));
    }

    private static ObjectKey key(String kind, String... names) {
        return new ObjectKey(new ObjectKind(kind), List.of(names));
    }
}
