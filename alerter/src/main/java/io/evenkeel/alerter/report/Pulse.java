package io.evenkeel.alerter.report;

import io.evenkeel.alerter.audit.AuditView;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The collectors' heartbeats as they come through: what they say at least every few seconds passes through Kafka and
 * the analyzer to here, also when nothing changes and when a database cannot be read.
 */
public final class Pulse {
    private final AuditView view;

    public Pulse(AuditView view) {
        this.view = view;
    }

    /** When the collector last said something that came here in every partition; empty: never. */
    public Optional<Instant> of(Environment environment) {
        List<SnapshotMarker> slices = view.slices().getOrDefault(environment, List.of());
        return slices.isEmpty() || slices.size() < slices.getFirst().slice().partitions()
                ? Optional.empty()
                : Optional.of(Gaps.oldest(slices));
    }

    /** When the older word of both collectors was said that came through the analyzer in every partition; empty: never. */
    public Optional<Instant> of(Comparison comparison) {
        List<ComparisonState> states = view.states().getOrDefault(comparison, List.of());
        boolean complete = !states.isEmpty()
                && states.size() >= states.getFirst().partitions()
                && states.stream().allMatch(state -> state.heardAt().isPresent());
        return complete
                ? states.stream().flatMap(state -> state.heardAt().stream()).min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** What of the way is not alive; empty: all of it is. */
    public Optional<String> trouble(Scope scope, Instant now) {
        Instant oldest = now.minus(scope.staleAfter());
        Stream<String> collectors = new TreeSet<>(scope.environments())
                .stream().flatMap(each -> late("the collector of " + each, of(each), oldest));
        Stream<String> analyzer = new TreeSet<>(scope.comparisons())
                .stream().flatMap(each -> late("the analyzer on " + each, of(each), oldest));
        return Stream.concat(collectors, analyzer).findFirst();
    }

    private static Stream<String> late(String who, Optional<Instant> heard, Instant oldest) {
        return heard.filter(oldest::isBefore).isPresent()
                ? Stream.empty()
                : Stream.of(who + heard.map(at -> " was last heard of at " + at).orElse(" was not heard of yet"));
    }
}
