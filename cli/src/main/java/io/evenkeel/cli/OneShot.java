package io.evenkeel.cli;

import io.evenkeel.alerter.cause.LoneMigration;
import io.evenkeel.alerter.cause.Migrations;
import io.evenkeel.alerter.report.Category;
import io.evenkeel.alerter.report.Finding;
import io.evenkeel.alerter.report.Measured;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.report.Side;
import io.evenkeel.alerter.rule.Rules;
import io.evenkeel.alerter.rule.Subject;
import io.evenkeel.analyzer.compare.Comparer;
import io.evenkeel.analyzer.compare.Result;
import io.evenkeel.analyzer.compare.Snapshot;
import io.evenkeel.analyzer.diff.Tolerances;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.collector.read.CatalogReader;
import io.evenkeel.collector.read.Reading;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.MajorRange;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.OwnerClass;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.snapshot.Failure;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Reads two databases side by side and compares them, by the same reader and the same diff as the services. */
final class OneShot {
    private final KindLibrary library;
    private final Map<Comparison, Tolerances> tolerances;

    OneShot(KindLibrary library, Map<Comparison, Tolerances> tolerances) {
        this.library = library;
        this.tolerances = tolerances;
    }

    /**
     * One side.
     *
     * @param platforms its objects that belong to a platform
     */
    private record Half(Environment environment, Reading reading, Set<ObjectKey> platforms) {
        static Half of(Environment environment, Reading reading) {
            return new Half(
                    environment,
                    reading,
                    switch (reading) {
                        case Reading.Complete complete ->
                            complete.objects().values().stream()
                                    .filter(OwnerClass::isPlatform)
                                    .map(CatalogObject::key)
                                    .collect(Collectors.toSet());
                        case Reading.Failed failed -> Set.of();
                    });
        }

        Measured measured(Map<ObjectKind, KindDescriptor> kinds, Half other) {
            return switch (reading) {
                case Reading.Complete complete ->
                    Measured.of(
                            side(complete),
                            complete.objects().values(),
                            kinds,
                            object -> isCompared(object) && other.isCompared(object) && isPossible(object, other));
                case Reading.Failed failed -> new Measured(Side.unseen(environment), new TreeMap<>(), new TreeMap<>());
            };
        }

        /** Whether this side lets an object of either side be compared. */
        private boolean isCompared(CatalogObject object) {
            return switch (reading) {
                case Reading.Complete complete ->
                    !platforms.contains(object.key())
                            && object.parent()
                                    .filter(parent -> isLeftOut(complete, parent))
                                    .isEmpty();
                case Reading.Failed failed -> true;
            };
        }

        private static boolean isLeftOut(Reading.Complete complete, ObjectKey parent) {
            return complete.unread().stream()
                    .anyMatch(unread ->
                            unread.reason().byChoice() && unread.kind().equals(parent.kind()));
        }

        /** As the diff has it: whether the other server could have the object, or has it. */
        private boolean isPossible(CatalogObject object, Half other) {
            return MajorRange.holds(object, other.major())
                    || other.object(object.key())
                            .filter(theirs -> MajorRange.holds(theirs, major()))
                            .isPresent();
        }

        private Optional<CatalogObject> object(ObjectKey key) {
            return switch (reading) {
                case Reading.Complete complete ->
                    Optional.ofNullable(complete.objects().get(key));
                case Reading.Failed failed -> Optional.empty();
            };
        }

        private Optional<Integer> major() {
            return switch (reading) {
                case Reading.Complete complete -> Optional.of(complete.server().major());
                case Reading.Failed failed -> Optional.empty();
            };
        }

        private Side side(Reading.Complete complete) {
            return new Side(
                    environment,
                    Optional.of(complete.server().version()),
                    complete.server().profile(),
                    Optional.of(complete.server().database()),
                    Optional.of(complete.server().role()),
                    complete.objects().size(),
                    Optional.of(complete.readAt()),
                    Optional.of(complete.duration()),
                    Optional.of(complete.consistency()),
                    complete.server().access().orElse(List.of()),
                    Optional.empty());
        }

        List<KindDescriptor> kinds() {
            return switch (reading) {
                case Reading.Complete complete -> complete.kinds();
                case Reading.Failed failed -> List.of();
            };
        }

        Optional<Unknown> unknown() {
            return switch (reading) {
                case Reading.Complete complete -> Optional.empty();
                case Reading.Failed failed -> Optional.of(unknown(failed.failure()));
            };
        }

        private Unknown unknown(Failure failure) {
            return new Unknown(environment, Optional.empty(), failure.reason(), failure.detail());
        }

        Optional<Snapshot> snapshot() {
            return switch (reading) {
                case Reading.Complete complete ->
                    Optional.of(new Snapshot(
                            new io.evenkeel.analyzer.diff.Side(
                                    environment,
                                    complete.kinds(),
                                    complete.unread(),
                                    Optional.of(complete.server().major())),
                            List.copyOf(complete.objects().values())));
                case Reading.Failed failed -> Optional.empty();
            };
        }
    }

    Report compare(Endpoint baseline, Endpoint target, Rules rules) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Half> first = threads.submit(() -> read(baseline));
            Future<Half> second = threads.submit(() -> read(target));
            Comparison comparison = new Comparison(baseline.environment(), target.environment());
            return report(
                    first.get(),
                    second.get(),
                    tolerances.getOrDefault(comparison, Tolerances.NONE),
                    rules,
                    Instant.now());
        } catch (ExecutionException failed) {
            throw new IllegalStateException("reading a catalog failed: " + failed.getCause(), failed);
        }
    }

    private Half read(Endpoint endpoint) {
        return Half.of(
                endpoint.environment(),
                Emptiness.refused(
                        CatalogReader.once(endpoint.connection(), library, endpoint.reading(), Clock.systemUTC())));
    }

    /** What two readings that were made already come to. */
    static Report report(
            Environment baseline,
            Reading first,
            Environment target,
            Reading second,
            Tolerances tolerances,
            Rules rules,
            Instant now) {
        return report(Half.of(baseline, first), Half.of(target, second), tolerances, rules, now);
    }

    private static Report report(Half baseline, Half target, Tolerances tolerances, Rules rules, Instant now) {
        Map<ObjectKind, KindDescriptor> kinds = new TreeMap<>(KindDescriptor.byKind(target.kinds()));
        kinds.putAll(KindDescriptor.byKind(baseline.kinds()));
        List<Unknown> unknown = new ArrayList<>();
        baseline.unknown().ifPresent(unknown::add);
        target.unknown().ifPresent(unknown::add);
        List<Finding> findings = List.of();
        if (unknown.isEmpty()) {
            Comparison comparison = new Comparison(baseline.environment(), target.environment());
            Result result = Comparer.compare(
                    baseline.snapshot().orElseThrow(), target.snapshot().orElseThrow(), tolerances);
            unknown.addAll(result.unknown());
            List<Finding> judged = result.findings().stream()
                    .map(found -> judged(found, comparison, kinds, rules, now))
                    .toList();
            Migrations migrations = migrations(judged, comparison, baseline, target);
            findings = judged.stream()
                    .map(finding -> finding.from(migrations.cause(comparison, finding.difference())))
                    .toList();
        }
        return Report.of(baseline.measured(kinds, target), target.measured(kinds, baseline), kinds, findings, unknown);
    }

    private static Finding judged(
            io.evenkeel.analyzer.compare.Finding found,
            Comparison comparison,
            Map<ObjectKind, KindDescriptor> kinds,
            Rules rules,
            Instant now) {
        Subject subject = new Subject(
                comparison,
                found.difference(),
                found.category(),
                found.severity(),
                Optional.ofNullable(kinds.get(found.difference().key().kind())));
        return new Finding(
                rules.ruling(subject, now),
                found.severity(),
                found.category(),
                found.order(),
                found.advice(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What the statements of migrations say that one side lacks. */
    private static Migrations migrations(List<Finding> findings, Comparison comparison, Half baseline, Half target) {
        List<LoneMigration> lone = new ArrayList<>();
        for (Finding finding : findings) {
            ObjectKey key = finding.difference().key();
            Half where = finding.difference().change() == Change.MISSING ? baseline : target;
            if (finding.category().equals(Category.MIGRATION.word())
                    && finding.difference().change() != Change.DIFFERENT) {
                where.object(key)
                        .map(object -> LoneMigration.of(comparison, where.environment(), object, Optional.empty()))
                        .ifPresent(lone::add);
            }
        }
        return new Migrations(lone, List.of(), key -> 0);
    }
}
