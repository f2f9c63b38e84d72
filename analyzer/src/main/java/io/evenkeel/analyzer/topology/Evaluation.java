package io.evenkeel.analyzer.topology;

import io.evenkeel.analyzer.compare.Comparer;
import io.evenkeel.analyzer.compare.Group;
import io.evenkeel.analyzer.diff.Scope;
import io.evenkeel.analyzer.ledger.Ledger;
import io.evenkeel.analyzer.ledger.Moment;
import io.evenkeel.analyzer.ledger.Movement;
import io.evenkeel.analyzer.ledger.Outcome;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares roots of two trusted snapshots and tells what came of it. */
final class Evaluation {
    private final ObjectStore objects;
    private final DriftStore drifts;
    private final StateStore state;
    private final TouchStore touches;
    private final GapStore gaps;
    private final Outlet outlet;

    Evaluation(
            ObjectStore objects,
            DriftStore drifts,
            StateStore state,
            TouchStore touches,
            GapStore gaps,
            Outlet outlet) {
        this.objects = objects;
        this.drifts = drifts;
        this.state = state;
        this.touches = touches;
        this.gaps = gaps;
        this.outlet = outlet;
    }

    /** Compares what moved since last time; everything if it is the first time or something else can be measured now. */
    Progress run(Scope scope, Moment moment, Progress before) {
        Comparison comparison = moment.comparison();
        String basis = ContentHash.hex(Json.bytes(scope.basis()));
        boolean sameBasis = before.basis().filter(basis::equals).isPresent();
        long open = before.openDrifts();
        boolean gapsMoved = false;
        Map<List<String>, Movement> touched = touches.touched(comparison);
        for (List<String> root : sameBasis ? touched.keySet() : everything(comparison)) {
            Group group = compare(root, scope, comparison);
            open += update(root, group, scope, moment, touched.getOrDefault(root, Movement.NONE));
            gapsMoved |= gaps.put(comparison, root, group.unmeasured());
        }
        if (gapsMoved) {
            gaps.sum(comparison);
        }
        touches.clear(comparison);
        return before.evaluated(basis, open);
    }

    private Set<List<String>> everything(Comparison comparison) {
        Set<List<String>> roots = new HashSet<>(objects.roots(comparison.baseline()));
        roots.addAll(objects.roots(comparison.target()));
        roots.addAll(drifts.roots(comparison));
        roots.addAll(gaps.roots(comparison));
        return roots;
    }

    private Group compare(List<String> root, Scope scope, Comparison comparison) {
        Map<ObjectKey, CatalogObject> baseline = objects.group(comparison.baseline(), root);
        Map<ObjectKey, CatalogObject> target = objects.group(comparison.target(), root);
        return Comparer.compareGroup(scope, baseline, target);
    }

    /** Returns by how many the open drifts grew. */
    private long update(List<String> root, Group group, Scope scope, Moment moment, Movement movement) {
        Outcome outcome = Ledger.update(
                drifts.open(moment.comparison(), root),
                group.findings(),
                before -> scope.hides(before.key()) || group.hides(before),
                moment,
                movement);
        outcome.refreshed().forEach(drift -> keep(root, drift));
        return outcome.events().stream().mapToLong(event -> tell(root, event)).sum();
    }

    private long tell(List<String> root, DriftEvent event) {
        outlet.event(event);
        return switch (event.type()) {
            case OPENED -> {
                keep(root, event.drift());
                yield 1;
            }
            case CHANGED -> {
                keep(root, event.drift());
                yield 0;
            }
            case RESOLVED -> {
                drop(root, event.drift());
                yield -1;
            }
        };
    }

    private void keep(List<String> root, Drift drift) {
        drifts.put(root, drift);
        outlet.open(drift);
    }

    private void drop(List<String> root, Drift drift) {
        drifts.remove(drift.comparison(), root, drift.difference().key());
        outlet.closed(drift.comparison(), drift.difference().key());
    }

    /** Silently gives up a comparison that nobody wants any more: its drifts were not resolved. */
    void retire(Comparison comparison) {
        for (List<String> root : drifts.roots(comparison)) {
            drifts.open(comparison, root).forEach(drift -> drop(root, drift));
        }
        outlet.retired(comparison);
        state.forget(comparison);
        touches.clear(comparison);
        gaps.forget(comparison);
    }
}
