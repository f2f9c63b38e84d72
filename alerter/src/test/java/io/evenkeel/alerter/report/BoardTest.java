package io.evenkeel.alerter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.World;
import io.evenkeel.alerter.audit.AuditView;
import io.evenkeel.alerter.cause.Migrations;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardTest {
    private static final Instant NOON = Samples.NOON;
    private static final Scope SCOPE =
            new Scope(Set.of(Samples.STAGING, Samples.PRODUCTION), Set.of(Drifts.PRODUCTION), Duration.ofSeconds(60));
    private static final SnapshotMarker STAGING = Drifts.marker(Samples.STAGING, NOON, 1, World.KINDS);
    private static final SnapshotMarker PRODUCTION = Drifts.marker(Samples.PRODUCTION, NOON, 1, World.KINDS);

    @Test
    void equalAndFreshIsInSync() {
        Board board = Board.of(view(List.of(STAGING, PRODUCTION), Drifts.state(NOON, 0)), SCOPE, NOON);

        assertThat(board.report(Drifts.PRODUCTION).status()).isEqualTo(Status.IN_SYNC);
        assertThat(board.environments()).extracting(EnvironmentState::status).containsOnly(Status.IN_SYNC);
    }

    @Test
    void silenceIsNotHealth() {
        Board board = Board.of(view(List.of(STAGING, PRODUCTION), Drifts.state(NOON, 0)), SCOPE, NOON.plusSeconds(61));

        assertThat(board.environments()).extracting(EnvironmentState::status).containsOnly(Status.UNKNOWN);
        assertThat(board.environments().getFirst().whole().orElseThrow().reason())
                .isEqualTo(UnknownReason.STALE);
        assertThat(board.report(Drifts.PRODUCTION).status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void aSilentAnalyzerIsNotHealthEither() {
        Instant later = NOON.plusSeconds(90);
        Board board = Board.of(
                view(
                        List.of(
                                Drifts.marker(Samples.STAGING, later, 1, World.KINDS),
                                Drifts.marker(Samples.PRODUCTION, later, 1, World.KINDS)),
                        Drifts.state(NOON, 0)),
                SCOPE,
                later);

        Report report = board.report(Drifts.PRODUCTION);
        assertThat(report.status()).isEqualTo(Status.UNKNOWN);
        assertThat(report.unknown().getFirst().detail()).contains("the analyzer last compared it at");
    }

    @Test
    void anEnvironmentThatWasNeverSeenIsUnknown() {
        Board board = Board.of(AuditView.EMPTY, SCOPE, NOON);

        assertThat(board.environments()).extracting(EnvironmentState::status).containsOnly(Status.UNKNOWN);
        assertThat(board.report(Drifts.PRODUCTION).measured()).isFalse();
    }

    @Test
    void whatIsAPlatformsOnOneSideOnlyDoesNotCount() {
        ObjectKind table = new ObjectKind("table");
        AuditView equal = view(List.of(STAGING, PRODUCTION), Drifts.state(NOON, 0));
        AuditView imitated = new AuditView(
                equal.slices(),
                Map.of(Samples.STAGING, Map.of(table, 3L), Samples.PRODUCTION, Map.of(table, 1L)),
                Map.of(Samples.STAGING, Map.of(Samples.PRODUCTION, Map.of(table, 2L))),
                Map.of(),
                Map.of(),
                equal.states(),
                List.of(),
                List.of(),
                0,
                Migrations.NONE);

        assertThat(Board.of(imitated, SCOPE, NOON).report(Drifts.PRODUCTION).status())
                .isEqualTo(Status.IN_SYNC);
    }

    private static AuditView view(List<SnapshotMarker> markers, ComparisonState state) {
        Map<ObjectKind, Long> counts = Map.of(new ObjectKind("table"), 1L);
        Map<Environment, List<SnapshotMarker>> slices =
                Map.of(Samples.STAGING, List.of(markers.get(0)), Samples.PRODUCTION, List.of(markers.get(1)));
        return new AuditView(
                slices,
                Map.of(Samples.STAGING, counts, Samples.PRODUCTION, counts),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(Drifts.PRODUCTION, List.of(state)),
                List.of(),
                List.of(),
                0,
                Migrations.NONE);
    }
}
