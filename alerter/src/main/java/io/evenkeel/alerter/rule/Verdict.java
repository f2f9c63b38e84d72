package io.evenkeel.alerter.rule;

import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Difference;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rules say of one attribute, or of a whole object.
 *
 * @param nature the severity without any rule
 * @param bySeverity the rule that says how bad it is
 * @param byFate the rule that says what becomes of it
 */
record Verdict(
        Optional<AttributeDifference> attribute, Severity nature, Optional<Rule> bySeverity, Optional<Rule> byFate) {
    private static final Comparator<Verdict> WORST = Comparator.comparing(Verdict::severity);

    private Severity severity() {
        return bySeverity.flatMap(Rule::severity).orElse(nature);
    }

    private Disposition disposition() {
        return fate().map(Fate::disposition).orElse(Disposition.OPEN);
    }

    private Optional<Fate> fate() {
        return byFate.flatMap(Rule::fate);
    }

    /** An attribute that is open keeps the drift open; those that are ignored say nothing. */
    static Ruling together(Difference difference, List<Verdict> verdicts) {
        Set<String> applied = verdicts.stream()
                .flatMap(each -> Stream.concat(each.bySeverity.stream(), each.byFate.stream()))
                .map(Rule::name)
                .collect(Collectors.toSet());
        List<Verdict> counting = those(verdicts, Disposition::counts);
        List<Verdict> accepted = those(verdicts, Disposition.ACCEPTED::equals);
        List<Verdict> telling = !counting.isEmpty() ? counting : !accepted.isEmpty() ? accepted : verdicts;
        Judgement judgement = judgement(telling);
        boolean ignored = judgement.disposition() == Disposition.IGNORED;
        List<AttributeDifference> hidden = ignored
                ? List.of()
                : those(verdicts, Disposition.IGNORED::equals).stream()
                        .flatMap(each -> each.attribute.stream())
                        .toList();
        Optional<Acceptance> acceptance = judgement.disposition() == Disposition.ACCEPTED
                ? first(accepted).fate().flatMap(Fate::accepted)
                : Optional.empty();
        return new Ruling(judgement, difference, hidden, acceptance, applied);
    }

    private static List<Verdict> those(List<Verdict> verdicts, Predicate<Disposition> wanted) {
        return verdicts.stream().filter(each -> wanted.test(each.disposition())).toList();
    }

    private static Judgement judgement(List<Verdict> telling) {
        Verdict worst = telling.stream().max(WORST).orElseThrow();
        Verdict decisive = telling.stream()
                .filter(each -> each.disposition() == Disposition.OPEN)
                .max(WORST)
                .orElseGet(() -> first(telling));
        Optional<Rule> rule = decisive.byFate.or(() -> worst.bySeverity);
        return new Judgement(
                worst.severity(),
                decisive.disposition(),
                rule.map(Rule::name),
                decisive.fate().flatMap(Fate::end));
    }

    /** The one that ends first. */
    private static Verdict first(Collection<Verdict> verdicts) {
        Comparator<Verdict> byEnd =
                Comparator.comparing(each -> each.fate().flatMap(Fate::end).orElse(Instant.MAX));
        return verdicts.stream().min(byEnd).orElseThrow();
    }
}
