package io.evenkeel.analyzer.diff;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.RowCount;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Unmeasured;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.runtime.settings.Globs;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By how much the rows of tables may differ, for the tables that people named: of all others nothing is expected.
 *
 * @param tolerances the longest pattern that fits a table's name decides
 */
public record Tolerances(List<Tolerance> tolerances) {
    /** Of no table's rows anything is expected. */
    public static final Tolerances NONE = new Tolerances(List.of());

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * One setting.
     *
     * @param table schema and name, in which {@code *} stands for any text
     * @param percent of the baseline's rows
     */
    public record Tolerance(String table, BigDecimal percent) {
        boolean isFor(CatalogObject measure) {
            return Globs.of(List.of(table)).match(String.join(".", measure.key().identity()));
        }
    }

    public Tolerances {
        tolerances = tolerances.stream()
                .sorted(Comparator.comparingInt(
                                (Tolerance tolerance) -> tolerance.table().length())
                        .reversed())
                .toList();
    }

    /** What is further apart than it may be, of an object that measures a table on both sides. */
    Optional<AttributeDifference> outside(CatalogObject baseline, CatalogObject target) {
        return of(baseline)
                .flatMap(tolerance -> common(baseline, target)
                        .filter(name -> !within(count(baseline, name), count(target, name), tolerance.percent()))
                        .map(name -> new AttributeDifference(
                                name,
                                baseline.carried().get(name),
                                target.carried().get(name))));
    }

    /** That rows have a tolerance but were not counted, or on each side in another way. */
    Optional<Unmeasured> uncounted(CatalogObject baseline, CatalogObject target) {
        return of(baseline)
                .filter(tolerance -> common(baseline, target).isEmpty())
                .map(tolerance -> new Unmeasured(
                        baseline.key(), UnknownReason.UNCOUNTED, List.of(RowCount.EXACT, RowCount.ESTIMATE)));
    }

    private Optional<Tolerance> of(CatalogObject measure) {
        return tolerances.stream().filter(tolerance -> tolerance.isFor(measure)).findFirst();
    }

    private static Optional<String> common(CatalogObject baseline, CatalogObject target) {
        return Stream.of(RowCount.EXACT, RowCount.ESTIMATE)
                .filter(name -> RowCount.of(baseline, name).isPresent()
                        && RowCount.of(target, name).isPresent())
                .findFirst();
    }

    private static BigDecimal count(CatalogObject object, String name) {
        return BigDecimal.valueOf(RowCount.of(object, name).orElseThrow());
    }

    private static boolean within(BigDecimal baseline, BigDecimal target, BigDecimal percent) {
        BigDecimal apart = target.subtract(baseline).abs();
        return apart.multiply(HUNDRED).compareTo(baseline.multiply(percent)) <= 0;
    }
}
