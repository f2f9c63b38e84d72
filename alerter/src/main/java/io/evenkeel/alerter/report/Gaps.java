package io.evenkeel.alerter.report;

import io.evenkeel.alerter.audit.AuditView;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what cannot be known at a moment: silence is not health. */
final class Gaps {
    private final AuditView view;
    private final Duration staleAfter;
    private final Instant now;

    Gaps(AuditView view, Duration staleAfter, Instant now) {
        this.view = view;
        this.staleAfter = staleAfter;
        this.now = now;
    }

    List<Unknown> of(Environment environment) {
        List<SnapshotMarker> slices = view.slices().getOrDefault(environment, List.of());
        Optional<Unknown> whole = whole(environment, slices);
        Stream<Unknown> kinds = slices.stream()
                .flatMap(slice -> slice.unread().stream())
                .map(unread -> Unknown.of(environment, unread));
        return Stream.concat(whole.stream(), kinds).distinct().toList();
    }

    private Optional<Unknown> whole(Environment environment, List<SnapshotMarker> slices) {
        if (slices.isEmpty() || slices.size() < slices.getFirst().slice().partitions()) {
            return Optional.of(whole(environment, UnknownReason.NO_SNAPSHOT, "no complete snapshot has arrived yet"));
        }
        Instant heard = oldest(slices);
        if (heard.plus(staleAfter).isBefore(now)) {
            return Optional.of(whole(environment, UnknownReason.STALE, "its collector was last heard of at " + heard));
        }
        return slices.stream()
                .flatMap(slice -> slice.failure().stream())
                .map(failure -> whole(environment, failure.reason(), failure.detail()))
                .findFirst()
                .or(() -> slices.stream().anyMatch(slice -> slice.readAt().isEmpty())
                        ? Optional.of(whole(environment, UnknownReason.NO_SNAPSHOT, "it was not read yet"))
                        : Optional.empty());
    }

    static Instant oldest(List<SnapshotMarker> slices) {
        return slices.stream()
                .map(SnapshotMarker::publishedAt)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Unknown whole(Environment environment, UnknownReason reason, String detail) {
        return new Unknown(environment, Optional.empty(), reason, detail);
    }

    List<Unknown> of(Comparison comparison) {
        Set<Unknown> known = new LinkedHashSet<>(of(comparison.baseline()));
        known.addAll(of(comparison.target()));
        List<ComparisonState> states = view.states().getOrDefault(comparison, List.of());
        unevaluated(comparison, states).ifPresent(known::add);
        List<Unknown> unknown = new ArrayList<>(known);
        states.stream().flatMap(state -> state.unknown().stream()).forEach(each -> add(unknown, each));
        return unknown;
    }

    /** Collector and analyzer tell the same gap in other words, and partitions its parts. */
    private static void add(List<Unknown> unknown, Unknown each) {
        for (int at = 0; at < unknown.size(); at++) {
            if (unknown.get(at).concerns(each)) {
                unknown.set(at, unknown.get(at).and(each));
                return;
            }
        }
        unknown.add(each);
    }

    private Optional<Unknown> unevaluated(Comparison comparison, List<ComparisonState> states) {
        if (states.isEmpty() || states.size() < states.getFirst().partitions()) {
            return Optional.of(whole(
                    comparison.target(),
                    UnknownReason.NO_SNAPSHOT,
                    "the analyzer has not compared it with " + comparison.baseline() + " yet"));
        }
        Instant evaluated = states.stream()
                .map(ComparisonState::evaluatedAt)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        if (evaluated.plus(staleAfter).isBefore(now)) {
            return Optional.of(
                    whole(comparison.target(), UnknownReason.STALE, "the analyzer last compared it at " + evaluated));
        }
        return behind(comparison);
    }

    /** Whether the analyzer works on what collectors said long ago, while this knows newer words of them. */
    private Optional<Unknown> behind(Comparison comparison) {
        Pulse pulse = new Pulse(view);
        Optional<Instant> newest = pulse.of(comparison.baseline())
                .flatMap(one -> pulse.of(comparison.target()).map(other -> one.isBefore(other) ? one : other));
        return pulse.of(comparison)
                .filter(through ->
                        newest.filter(through.plus(staleAfter)::isBefore).isPresent())
                .map(through -> whole(
                        comparison.target(),
                        UnknownReason.STALE,
                        "the analyzer is behind: it compared what collectors said at " + through));
    }
}
