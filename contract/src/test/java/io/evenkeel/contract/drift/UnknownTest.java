package io.evenkeel.contract.drift;

import static io.evenkeel.contract.Samples.STAGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnknownTest {
    private static final ObjectKind VIEW = new ObjectKind("view");

    @Test
    void sentenceNamesWhatItCovers() {
        assertThat(part(1, "a").sentence()).isEqualTo("not comparable: 1 object, public.a (definition)");
        assertThat(part(7, "a", "b").sentence())
                .isEqualTo("not comparable: 7 objects, public.a (definition), public.b (definition), ...");
        assertThat(whole().sentence()).isEqualTo("not comparable");
    }

    @Test
    void sentenceStaysBounded() {
        assertThat(part(1, "x".repeat(5_000)).sentence()).hasSizeLessThan(200);
        assertThat(part(9, "a", "b", "c", "d", "e", "f").first()).hasSize(5);
    }

    @Test
    void partsOfAKindAddUp() {
        Unknown both = part(2, "b", "d").and(part(4, "a", "c", "e", "f"));

        assertThat(both.objects()).isEqualTo(6);
        assertThat(both.first())
                .extracting(each -> each.key().identity().getLast())
                .containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void wholeKindCoversItsParts() {
        assertThat(part(2, "a").and(whole())).isEqualTo(whole());
        assertThat(whole().and(part(2, "a"))).isEqualTo(whole());
        assertThat(whole().concerns(part(2, "a"))).isTrue();
        assertThat(whole().concerns(new Unknown(STAGING, Optional.of(VIEW), UnknownReason.LOCKED, "locked")))
                .isFalse();
    }

    @Test
    void partThatCouldNotBeReadIsToldBesideOthers() {
        Unknown one = unread("flyway");

        assertThat(one.sentence()).isEqualTo("flyway.app: no right");
        assertThat(one.concerns(unread("flyway"))).isTrue();
        assertThat(one.concerns(unread("django"))).isFalse();
    }

    private static Unknown unread(String tool) {
        return Unknown.of(
                STAGING, new Unread(VIEW, UnknownReason.PERMISSION, "no right", Optional.of(List.of(tool, "app"))));
    }

    @Test
    void unknownThatNamesMoreThanItCoversIsRefused() {
        assertThatThrownBy(() -> part(0, "a")).hasMessageContaining("expected at most as many as it covers, 0");
    }

    private static Unknown whole() {
        return new Unknown(STAGING, Optional.of(VIEW), UnknownReason.VERSION, "not comparable");
    }

    private static Unknown part(long objects, String... names) {
        List<Unmeasured> first = Stream.of(names)
                .map(name -> new Unmeasured(
                        new ObjectKey(VIEW, List.of("public", name)), UnknownReason.VERSION, List.of("definition")))
                .toList();
        return new Unknown(STAGING, VIEW, UnknownReason.VERSION, "not comparable", objects, first);
    }
}
