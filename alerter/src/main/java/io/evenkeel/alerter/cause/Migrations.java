package io.evenkeel.alerter.cause;

import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What is known of migrations at one moment: those that one side of a comparison lacks, and those under way. */
public final class Migrations {
    /** Of nothing is anything known. */
    public static final Migrations NONE = new Migrations(List.of(), List.of(), key -> 0L);

    /** Clocks of two machines may be so far apart. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final Map<Comparison, Evidence> evidence = new HashMap<>();
    private final List<RunningMigration> running;

    /** @param keyHash the beginning of a key's hash, as {@link Arrival#changed()} has it */
    public Migrations(
            Collection<LoneMigration> lone, List<RunningMigration> running, ToLongFunction<ObjectKey> keyHash) {
        Map<Comparison, List<LoneMigration>> byComparison = new HashMap<>();
        lone.forEach(each -> byComparison
                .computeIfAbsent(each.comparison(), any -> new ArrayList<>())
                .add(each));
        byComparison.forEach((comparison, migrations) -> evidence.put(comparison, new Evidence(migrations, keyHash)));
        this.running = List.copyOf(running);
    }

    /** The migration that it comes from, if any is known. */
    public Optional<Cause> cause(Comparison comparison, Difference difference) {
        return Optional.ofNullable(evidence.get(comparison)).flatMap(known -> known.cause(difference));
    }

    /** For how long it is not to be told, because a migration that is under way probably makes it. */
    public Optional<Wait> wait(Drift drift, Duration atMost, Instant now) {
        if (running.isEmpty() && !evidence.containsKey(drift.comparison())) {
            return Optional.empty();
        }
        return Stream.concat(running(drift.comparison()), fresh(drift).stream())
                .filter(reason -> !drift.changedAt().plus(SKEW).isBefore(reason.since()))
                .map(reason -> new Wait(reason.since().plus(atMost), reason.why()))
                .filter(wait -> now.isBefore(wait.until()))
                .max(Comparator.comparing(Wait::until));
    }

    private Stream<Reason> running(Comparison comparison) {
        return running.stream()
                .filter(each -> each.environment().equals(comparison.baseline())
                        || each.environment().equals(comparison.target()))
                .map(each -> new Reason(each.since(), "under way in " + each.environment() + ": " + each.label()));
    }

    /** The baseline got the migration a moment ago, and the target may be about to. */
    private Optional<Reason> fresh(Drift drift) {
        return Optional.ofNullable(evidence.get(drift.comparison()))
                .flatMap(known -> known.own(drift.difference()).or(() -> known.cause(drift.difference())))
                .filter(cause -> cause.where().equals(drift.comparison().baseline()))
                .flatMap(cause -> cause.arrivedAt()
                        .map(at -> new Reason(
                                at, cause.lacking() + " may be about to get the migration " + cause.label())));
    }

    private record Reason(Instant since, String why) {}

    /**
     * Something that is to be waited for.
     *
     * @param until when it is over at the latest (UTC)
     */
    public record Wait(Instant until, String why) {}
}
