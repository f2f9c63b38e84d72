package io.evenkeel.collector.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.collector.read.Reading;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.snapshot.CollectorRequest;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.ServerChange;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.contract.wire.MalformedRecordException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PublisherTest {
    private final Topic topic = new Topic().create();

    private List<String> objects() throws MalformedRecordException {
        return topic.records().stream()
                .<String>mapMulti((record, sink) -> {
                    switch (record) {
                        case CatalogRecord.Present present ->
                            sink.accept("+" + present.object().key().identity().getFirst());
                        case CatalogRecord.Gone gone ->
                            sink.accept("-" + gone.key().identity().getFirst());
                        case CatalogRecord.Marked marked -> {}
                    }
                })
                .sorted()
                .toList();
    }

    private List<SnapshotMarker> markers() throws MalformedRecordException {
        return topic.records().stream()
                .<SnapshotMarker>mapMulti((record, sink) -> {
                    if (record instanceof CatalogRecord.Marked marked) {
                        sink.accept(marked.marker());
                    }
                })
                .sorted((one, other) -> one.isAfter(other) ? 1 : other.isAfter(one) ? -1 : 0)
                .toList();
    }

    @Test
    void whatAPublisherPutOnATopicThatWasMadeAnewIsUnverifiedUntilItIsPublishedAgain() throws Exception {
        Reading.Complete reading = Readings.of(Readings.sail("jib", "a"), Readings.sail("main", "a"));
        try (Publisher publisher = topic.publisher()) {
            publisher.publish(reading, false, Readings.NOW);
            topic.delete().create();

            assertThatThrownBy(() -> publisher.heartbeat(Optional.of(Readings.NOW), Readings.NOW))
                    .hasMessageContaining("made anew");
            assertThat(topic.standing()).as("a marker without its objects").isEmpty();

            publisher.heartbeat(Optional.of(Readings.NOW), Readings.NOW);
            assertThat(topic.image().newest().flatMap(SnapshotMarker::failure))
                    .as("nothing may be concluded from the empty topic")
                    .hasValueSatisfying(why -> assertThat(why.reason()).isEqualTo(UnknownReason.UNVERIFIED));

            publisher.publish(reading, false, Readings.NOW);
            assertThat(topic.standing()).contains(Set.of("sail jib", "sail main"));
            assertThat(topic.image().newest().flatMap(SnapshotMarker::failure)).isEmpty();
        }
    }

    @Test
    void onlyWhatChangedIsPublishedAndWhatIsGoneIsBuried() throws Exception {
        try (Publisher publisher = topic.publisher()) {
            assertThat(publisher
                            .publish(
                                    Readings.of(Readings.sail("jib", "a"), Readings.sail("main", "a")),
                                    false,
                                    Readings.NOW)
                            .changes())
                    .isEqualTo(2);
            assertThat(objects()).containsExactly("+jib", "+main");
            publisher.publish(Readings.of(Readings.sail("jib", "b"), Readings.sail("main", "a")), false, Readings.NOW);
            assertThat(objects()).containsExactly("+jib", "+jib", "+main");
            publisher.publish(Readings.of(Readings.sail("jib", "b")), false, Readings.NOW);
            assertThat(objects()).containsExactly("+jib", "+jib", "+main", "-main");
        }
        assertThat(markers()).hasSize(3 * Topic.PARTITIONS);
        assertThat(markers().getLast().slice().partitions()).isEqualTo(Topic.PARTITIONS);
        assertThat(markers().getLast().kinds()).isNotEmpty();
    }

    @Test
    void unchangedWorldIsSilentAndItsHeartbeatIsAMarker() throws Exception {
        try (Publisher publisher = topic.publisher()) {
            publisher.publish(Readings.of(Readings.sail("jib", "a")), false, Readings.NOW);
            Publisher.Outcome again = publisher.publish(Readings.of(Readings.sail("jib", "a")), false, Readings.NOW);
            assertThat(again).isEqualTo(new Publisher.Outcome(0, false));
            assertThat(markers()).hasSize(Topic.PARTITIONS);
            publisher.heartbeat(Optional.of(Readings.NOW.plusSeconds(10)), Readings.NOW.plusSeconds(10));
        }
        assertThat(objects()).containsExactly("+jib");
        assertThat(markers()).hasSize(2 * Topic.PARTITIONS);
        assertThat(markers().getLast().readAt()).contains(Readings.NOW.plusSeconds(10));
    }

    @Test
    void kindsAreSaidOnceAndNowAndThen() throws Exception {
        try (Publisher publisher = topic.publisher()) {
            publisher.publish(Readings.of(Readings.sail("jib", "a")), false, Readings.NOW);
            publisher.heartbeat(Optional.empty(), Readings.NOW.plusSeconds(10));
            publisher.publish(Readings.of(Readings.sail("jib", "b")), false, Readings.NOW.plusSeconds(20));
            publisher.heartbeat(Optional.empty(), Readings.NOW.plusSeconds(900));
            publisher.heartbeat(Optional.empty(), Readings.NOW.plusSeconds(910));
        }
        try (Publisher publisher = topic.publisher()) {
            publisher.heartbeat(Optional.empty(), Readings.NOW.plusSeconds(920));
        }
        assertThat(markers())
                .hasSize(6 * Topic.PARTITIONS)
                .allSatisfy(marker -> assertThat(marker.kinds()).isNotEmpty());
        assertThat(markers().stream().filter(marker -> !marker.isBrief()).map(SnapshotMarker::publishedAt))
                .containsOnly(Readings.NOW, Readings.NOW.plusSeconds(900), Readings.NOW.plusSeconds(920));
        assertThat(topic.raw().stream()
                        .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals("[\"$brief\"]")))
                .hasSize(3 * Topic.PARTITIONS);
    }

    @Test
    void unreadKindAndFailureKeepTheirObjects() throws Exception {
        try (Publisher publisher = topic.publisher()) {
            publisher.publish(Readings.of(Readings.sail("jib", "a")), false, Readings.NOW);
            assertThat(publisher.publish(Readings.unread(), false, Readings.NOW).changes())
                    .isZero();
            publisher.fail(new Failure(UnknownReason.UNREACHABLE, "gone fishing"), Readings.NOW);
            publisher.heartbeat(Optional.empty(), Readings.NOW);
        }
        assertThat(objects()).containsExactly("+jib");
        SnapshotMarker last = markers().getLast();
        assertThat(last.failure().orElseThrow().detail()).isEqualTo("gone fishing");
        assertThat(last.unread()).hasSize(1);
        assertThat(last.readAt()).contains(Readings.NOW);
        assertThat(markers().stream()
                        .mapToLong(marker -> marker.slice().objects())
                        .max())
                .hasValue(1);
    }

    @Test
    void unreadPartKeepsItsObjectsAndWhatElseIsGoneIsBuried() throws Exception {
        try (Publisher publisher = topic.publisher()) {
            publisher.publish(Readings.of(Readings.sail("jib", "a"), Readings.sail("main", "a")), false, Readings.NOW);
            publisher.publish(Readings.unreadWithin("jib"), false, Readings.NOW);
        }
        assertThat(objects()).containsExactly("+jib", "+main", "-main");
        assertThat(markers().getLast().unread())
                .singleElement()
                .satisfies(unread -> assertThat(unread.within()).contains(List.of("jib")));
    }

    @Test
    void restartPublishesNothingInAnUnchangedWorldAndWhatChangedMeanwhile() throws Exception {
        try (Publisher publisher = topic.publisher()) {
            publisher.publish(Readings.of(Readings.sail("jib", "a"), Readings.sail("main", "a")), false, Readings.NOW);
        }
        try (Publisher publisher = topic.publisher()) {
            assertThat(publisher
                            .publish(
                                    Readings.of(Readings.sail("jib", "a"), Readings.sail("main", "a")),
                                    false,
                                    Readings.NOW)
                            .changes())
                    .isZero();
        }
        try (Publisher publisher = topic.publisher()) {
            publisher.publish(Readings.of(Readings.sail("jib", "b")), true, Readings.NOW);
        }
        assertThat(objects()).containsExactly("+jib", "+jib", "+main", "-main");
        List<SnapshotMarker> markers = markers();
        assertThat(markers.getLast().epoch()).isGreaterThan(markers.getFirst().epoch());
    }

    @Test
    void secondPublisherFencesTheFirst() throws Exception {
        try (Publisher first = topic.publisher();
                Publisher second = topic.publisher()) {
            first.publish(Readings.of(Readings.sail("jib", "a")), false, Readings.NOW);
            second.publish(Readings.of(Readings.sail("jib", "b")), false, Readings.NOW);
            assertThatThrownBy(() -> first.publish(Readings.of(Readings.sail("jib", "c")), false, Readings.NOW))
                    .isInstanceOf(FencedException.class)
                    .hasMessageContaining("another collector has taken over environment harbour");
            second.publish(Readings.of(Readings.sail("jib", "d")), false, Readings.NOW);
        }
        assertThat(objects()).containsExactly("+jib", "+jib", "+jib");
    }

    @Test
    void failureBeforeAnyReadingIsAMarkerToo() throws Exception {
        try (Publisher publisher = topic.publisher()) {
            publisher.fail(new Failure(UnknownReason.AUTHENTICATION, "who are you"), Readings.NOW);
        }
        assertThat(markers())
                .hasSize(Topic.PARTITIONS)
                .allMatch(marker -> marker.readAt().isEmpty());
    }

    @Test
    void objectTooLargeForTheBrokerIsCutAndMarked() throws Exception {
        String body = "x".repeat(3_000_000);
        try (Publisher publisher = topic.publisher()) {
            publisher.publish(Readings.of(Readings.sail("jib", body)), false, Readings.NOW);
            assertThat(publisher
                            .publish(Readings.of(Readings.sail("jib", body)), false, Readings.NOW)
                            .changes())
                    .isZero();
            assertThat(publisher
                            .publish(Readings.of(Readings.sail("jib", body + "y")), false, Readings.NOW)
                            .changes())
                    .isEqualTo(1);
        }
        CatalogRecord.Present present = topic.records().stream()
                .filter(CatalogRecord.Present.class::isInstance)
                .map(CatalogRecord.Present.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(present.object().key()).isEqualTo(ObjectKey.of(List.of("sail", "jib")));
        assertThat(present.object().carried().values()).containsKey("oversized");
        assertThat(present.object().compared().get("cut").toString()).contains("3000000 characters, SHA-256 ");
    }

    @Test
    void aRequestedRepublicationSaysEverythingAgainAndWhichKeysThereAre() throws Exception {
        try (Publisher publisher = topic.publisher()) {
            publisher.publish(Readings.of(Readings.sail("jib", "a"), Readings.sail("main", "a")), false, Readings.NOW);
            publisher.heartbeat(Optional.empty(), Readings.NOW.plusSeconds(10));
            assertThat(markers().getLast().keys()).isEmpty();

            publisher.ask(CollectorRequest.Action.REPUBLISH);
            publisher.publish(Readings.of(Readings.sail("jib", "a"), Readings.sail("main", "a")), false, Readings.NOW);
            assertThat(objects()).containsExactlyInAnyOrder("+jib", "+jib", "+main", "+main");
            assertThat(markers())
                    .extracting(SnapshotMarker::keys)
                    .filteredOn(Optional::isPresent)
                    .hasSize(2 * Topic.PARTITIONS);
            assertThat(publisher
                            .publish(
                                    Readings.of(Readings.sail("jib", "a"), Readings.sail("main", "a")),
                                    false,
                                    Readings.NOW)
                            .changes())
                    .isZero();
        }
    }

    @Test
    void anotherServerIsHeldUntilItIsAcceptedAlsoAcrossARestart() throws Exception {
        ServerIdentity clone = new ServerIdentity("2", 1, "0/1", 170011, "17.11", "d", "r", false);
        Reading.Complete known = Readings.of(Readings.sail("jib", "a"));
        Reading.Complete strange = Readings.from(clone, Readings.of(Readings.sail("main", "b")));
        try (Publisher publisher = topic.publisher()) {
            publisher.publish(known, false, Readings.NOW);
        }
        try (Publisher publisher = topic.publisher()) {
            Failure stranger = publisher.stranger(clone, Readings.NOW).orElseThrow();
            assertThat(stranger.reason()).isEqualTo(UnknownReason.WRONG_DATABASE);
            assertThat(stranger.detail()).contains("system 2 answers", "was database d", "--accept-server harbour");
            publisher.fail(stranger, Readings.NOW);
            assertThat(publisher.stranger(Readings.SERVER, Readings.NOW)).isEmpty();
            assertThat(publisher.stranger(clone, Readings.NOW)).isPresent();

            publisher.ask(CollectorRequest.Action.ACCEPT_SERVER);
            assertThat(publisher.stranger(clone, Readings.NOW)).isEmpty();
            publisher.publish(strange, false, Readings.NOW);
            assertThat(publisher.stranger(clone, Readings.NOW)).isEmpty();
        }
        assertThat(objects()).containsExactly("+jib", "+main", "-jib");
        assertThat(markers().getLast().serverChange().orElseThrow().what()).isEqualTo(ServerChange.What.REPLACED);
        assertThat(markers().getLast().failure()).isEmpty();
    }

    @Test
    void aPromotionIsToldInEveryMarkerFromThenOn() throws Exception {
        ServerIdentity promoted = new ServerIdentity("1", 2, "0/2", 170011, "17.11", "d", "r", false);
        Reading.Complete reading = Readings.of(Readings.sail("jib", "a"));
        try (Publisher publisher = topic.publisher()) {
            publisher.publish(reading, false, Readings.NOW);
            assertThat(publisher.stranger(promoted, Readings.NOW)).isEmpty();
            publisher.publish(Readings.from(promoted, reading), false, Readings.NOW);
        }
        try (Publisher publisher = topic.publisher()) {
            publisher.heartbeat(Optional.empty(), Readings.NOW);
        }
        assertThat(objects()).containsExactly("+jib");
        assertThat(markers().getLast().serverChange().orElseThrow().what()).isEqualTo(ServerChange.What.PROMOTED);
    }
}
