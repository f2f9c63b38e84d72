package io.evenkeel.analyzer.topology;

import io.evenkeel.analyzer.diff.Scope;
import io.evenkeel.analyzer.diff.Side;
import io.evenkeel.analyzer.diff.Tolerances;
import io.evenkeel.analyzer.ledger.Moment;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.drift.SnapshotRef;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides whether a comparison can be made now, makes it, and always tells how far it is measured. */
final class Assessment {
    private final StateStore state;
    private final GapStore gaps;
    private final Evaluation evaluation;
    private final Outlet outlet;
    private final int partitions;
    private final Map<Comparison, Tolerances> tolerances;

    Assessment(
            StateStore state,
            GapStore gaps,
            Evaluation evaluation,
            Outlet outlet,
            int partitions,
            Map<Comparison, Tolerances> tolerances) {
        this.state = state;
        this.gaps = gaps;
        this.evaluation = evaluation;
        this.outlet = outlet;
        this.partitions = partitions;
        this.tolerances = tolerances;
    }

    /** One side as this partition knows it. */
    private record Half(Environment environment, SliceState slice, Optional<SnapshotMarker> marker) {
        Optional<SnapshotMarker> trusted() {
            return slice.trouble().isPresent() || slice.dirty()
                    ? Optional.empty()
                    : marker.filter(marked -> marked.readAt().isPresent());
        }

        List<Unknown> unknown() {
            List<Unknown> unknown = new ArrayList<>();
            slice.trouble().ifPresent(why -> unknown.add(unknown(UnknownReason.UNVERIFIED, why)));
            marker.flatMap(SnapshotMarker::failure)
                    .ifPresent(failure -> unknown.add(unknown(failure.reason(), failure.detail())));
            if (unknown.isEmpty() && marker.flatMap(SnapshotMarker::readAt).isEmpty()) {
                unknown.add(unknown(UnknownReason.NO_SNAPSHOT, "no snapshot of " + environment + " has arrived yet"));
            }
            return unknown;
        }

        private Unknown unknown(UnknownReason reason, String detail) {
            return new Unknown(environment, Optional.empty(), reason, detail);
        }
    }

    void assess(Comparison comparison) {
        Half baseline = half(comparison.baseline());
        Half target = half(comparison.target());
        List<Unknown> unknown = baseline.unknown();
        unknown.addAll(target.unknown());
        if (unknown.isEmpty() && (baseline.slice.dirty() || target.slice.dirty())) {
            return; // between the objects of a transaction and its marker, which follows at once and comes back here
        }
        Progress progress = state.progress(comparison)
                .seen(baseline.trusted().map(SnapshotRef::of), target.trusted().map(SnapshotRef::of));
        Instant now = outlet.now();
        Optional<Duration> took = Optional.empty();
        if (unknown.isEmpty()) {
            long begin = System.nanoTime();
            Scope scope =
                    Scope.between(side(baseline), side(target), tolerances.getOrDefault(comparison, Tolerances.NONE));
            progress = evaluation.run(scope, moment(comparison, progress, now), progress);
            unknown.addAll(scope.unknown(gaps.gaps(comparison)));
            took = Optional.of(Duration.ofNanos(System.nanoTime() - begin));
        }
        state.putProgress(comparison, progress);
        outlet.evaluated(new ComparisonState(
                comparison,
                outlet.partition(),
                partitions,
                progress.baseline(),
                progress.target(),
                unknown,
                progress.openDrifts(),
                now,
                heard(baseline, target),
                took));
    }

    private static Optional<Instant> heard(Half baseline, Half target) {
        return baseline.marker()
                .flatMap(one ->
                        target.marker().map(other -> Stream.of(one, other).map(SnapshotMarker::publishedAt)))
                .flatMap(said -> said.min(Comparator.naturalOrder()));
    }

    private Half half(Environment environment) {
        return new Half(environment, state.slice(environment), state.marker(environment));
    }

    private static Side side(Half half) {
        return Side.of(half.marker.orElseThrow());
    }

    private static Moment moment(Comparison comparison, Progress progress, Instant now) {
        return new Moment(
                comparison, progress.baseline().orElseThrow(), progress.target().orElseThrow(), now);
    }
}
