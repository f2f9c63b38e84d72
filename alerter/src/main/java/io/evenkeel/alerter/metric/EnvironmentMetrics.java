package io.evenkeel.alerter.metric;

import io.evenkeel.alerter.audit.Extent;
import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.EnvironmentState;
import io.evenkeel.alerter.report.Pulse;
import io.evenkeel.alerter.report.Status;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.snapshot.Access;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Metrics of single environments. */
final class EnvironmentMetrics {
    private static final double MILLIS = 1000.0;

    private static final Extent NONE = new Extent(0, Optional.empty());

    private EnvironmentMetrics() {}

    static InfoSnapshot info(Board board) {
        InfoSnapshot.Builder info = InfoSnapshot.builder()
                .name("evenkeel_environment")
                .help(
                        "Each environment, the version of its server, the platform that hosts it and the role that reads it; 1");
        for (EnvironmentState each : board.environments()) {
            info.dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                    .labels(Labels.of(
                            Tag.ENVIRONMENT,
                            each.environment().name(),
                            "server_version",
                            each.side().serverVersion().orElse(""),
                            "platform",
                            each.side().profile().orElse(""),
                            Tag.ROLE,
                            each.side().role().orElse("")))
                    .build());
        }
        return info.build();
    }

    static StateSetSnapshot status(Board board) {
        StateSetSnapshot.Builder states = StateSetSnapshot.builder()
                .name("evenkeel_environment_status")
                .help("How each environment stands: in sync with its baselines, drifted, or unknown; 1 for what holds");
        for (EnvironmentState each : board.environments()) {
            StateSetSnapshot.StateSetDataPointSnapshot.Builder point =
                    StateSetSnapshot.StateSetDataPointSnapshot.builder().labels(environment(each));
            for (Status status : Status.values()) {
                point.state(status.name().toLowerCase(Locale.ROOT), each.status() == status);
            }
            states.dataPoint(point.build());
        }
        return states.build();
    }

    static GaugeSnapshot lastSuccess(Board board) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("evenkeel_snapshot_last_success_timestamp_seconds")
                .help("The last instant for which the snapshot of the environment is known to be true; 0: never");
        for (EnvironmentState each : board.environments()) {
            gauge.dataPoint(point(environment(each), seconds(each.side().readAt())));
        }
        return gauge.build();
    }

    static GaugeSnapshot heard(Board board) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("evenkeel_collector_heartbeat_timestamp_seconds")
                .help("When the collector said the newest word that came here in every partition; 0: never");
        for (EnvironmentState each : board.environments()) {
            gauge.dataPoint(point(environment(each), seconds(new Pulse(board.view()).of(each.environment()))));
        }
        return gauge.build();
    }

    /** Since the epoch; 0: never. */
    static double seconds(Optional<Instant> at) {
        return at.map(instant -> instant.toEpochMilli() / MILLIS).orElse(0.0);
    }

    static GaugeSnapshot objects(Board board) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("evenkeel_snapshot_objects")
                .help("How many objects of each kind the environment has, those of its hosting platform left out");
        for (EnvironmentState each : board.environments()) {
            Map<ObjectKind, Long> counts = board.view().counts().getOrDefault(each.environment(), Map.of());
            board.kinds()
                    .keySet()
                    .forEach(kind -> gauge.dataPoint(point(kind(each, kind), counts.getOrDefault(kind, 0L))));
        }
        return gauge.build();
    }

    static GaugeSnapshot bytes(Board board) {
        return extents(
                board,
                "evenkeel_snapshot_bytes",
                "How many bytes the objects of the environment have in Kafka, uncompressed",
                Extent::bytes);
    }

    static GaugeSnapshot migrationHead(Board board) {
        return extents(
                board,
                "evenkeel_migration_head_timestamp_seconds",
                "The time in the version of the newest applied migration, taken as UTC; 0: no version holds one",
                extent -> seconds(extent.migrationHead()));
    }

    private static GaugeSnapshot extents(Board board, String name, String help, ToDoubleFunction<Extent> value) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        for (EnvironmentState each : board.environments()) {
            Extent extent = board.view().extents().getOrDefault(each.environment(), NONE);
            gauge.dataPoint(point(environment(each), value.applyAsDouble(extent)));
        }
        return gauge.build();
    }

    static GaugeSnapshot volumes(Board board) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("evenkeel_snapshot_volume")
                .help("Each measurement of data, such as rows and bytes, summed over the environment");
        for (EnvironmentState each : board.environments()) {
            board.volumes(each.environment())
                    .forEach((name, sum) ->
                            gauge.dataPoint(point(environment(each).add("measurement", name), sum)));
        }
        return gauge.build();
    }

    static GaugeSnapshot unreadable(Board board) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("evenkeel_collect_unreadable_kinds")
                .help("Whether a kind could not be read in the environment: 1, else 0");
        for (EnvironmentState each : board.environments()) {
            board.kinds().keySet().forEach(kind -> {
                boolean unread = each.unknown().stream()
                        .filter(unknown -> !unknown.byChoice())
                        .anyMatch(unknown -> unknown.kind().filter(kind::equals).isPresent());
                gauge.dataPoint(point(kind(each, kind), unread ? 1 : 0));
            });
        }
        return gauge.build();
    }

    static GaugeSnapshot access(Board board) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("evenkeel_environment_access")
                .help("Whether the environment is read with more rights than needed, such as superuser, or through a"
                        + " pooler: 1, else 0");
        for (EnvironmentState each : board.environments()) {
            for (Access access : Access.values()) {
                double holds = each.side().access().contains(access) ? 1 : 0;
                gauge.dataPoint(point(environment(each).add("access", access.word()), holds));
            }
        }
        return gauge.build();
    }

    private static Labels environment(EnvironmentState state) {
        return Labels.of(Tag.ENVIRONMENT, state.environment().name());
    }

    private static Labels kind(EnvironmentState state, ObjectKind kind) {
        return environment(state).add(Tag.KIND, kind.name());
    }

    static GaugeSnapshot.GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value(value)
                .build();
    }
}
