package io.evenkeel.alerter.rule;

import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All rules, in the order in which they are asked: records, then files, then those of the program. There are two
 * questions, how bad a drift is and what becomes of it; to each the first rule that matches and has an answer gives it.
 */
public final class Rules {
    /** Without a rule of a person. */
    public static final Rules BUILT_IN = new Rules(List.of());

    private final List<Rule> made;
    private final List<Rule> all;

    private Rules(List<Rule> made) {
        this.made = made;
        this.all = Stream.concat(made.stream(), BuiltIn.RULES.stream()).toList();
    }

    /** These rules, sorted by their origin and otherwise as they stand, before those of the program. */
    public static Rules of(List<Rule> made) {
        return new Rules(
                made.stream().sorted(Comparator.comparing(Rule::origin)).toList());
    }

    /** Those that people made. */
    public List<Rule> made() {
        return made;
    }

    /** When the next of them ends after that (UTC); absent: none does. */
    public Optional<Instant> nextEnd(Instant now) {
        return made.stream()
                .flatMap(rule -> rule.until().stream())
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    /** Judges by these rules. */
    public Judge judge(Map<ObjectKind, KindDescriptor> kinds) {
        return new RuleJudge(this, kinds);
    }

    /** Judges what has no life of its own yet. */
    public Ruling ruling(Subject subject, Instant now) {
        List<Verdict> verdicts = new ArrayList<>();
        if (subject.difference().change() == Change.DIFFERENT) {
            subject.difference()
                    .attributes()
                    .forEach(attribute -> verdicts.add(verdict(subject, Optional.of(attribute), now)));
        }
        if (verdicts.isEmpty()) {
            verdicts.add(verdict(subject, Optional.empty(), now));
        }
        return Verdict.together(subject.difference(), verdicts);
    }

    private Verdict verdict(Subject subject, Optional<AttributeDifference> attribute, Instant now) {
        Optional<Rule> fate = Optional.empty();
        Optional<Rule> severity = Optional.empty();
        for (Rule rule : all) {
            boolean asksFate = fate.isEmpty() && rule.fate().isPresent() && !rule.expired(now);
            boolean asksSeverity = severity.isEmpty() && rule.severity().isPresent() && !rule.expired(now);
            boolean holds = (asksFate || asksSeverity) && rule.match().holds(subject, attribute);
            if (asksFate && (holds || ignoresParent(rule, subject))) {
                fate = Optional.of(rule);
            }
            if (asksSeverity && holds) {
                severity = Optional.of(rule);
            }
        }
        return new Verdict(attribute, attribute.map(subject::natureOf).orElse(subject.nature()), severity, fate);
    }

    private static boolean ignoresParent(Rule rule, Subject subject) {
        return rule.fate().filter(Fate.Ignore.class::isInstance).isPresent()
                && rule.match().covers(subject);
    }

    private record RuleJudge(Rules of, Map<ObjectKind, KindDescriptor> kinds) implements Judge {
        @Override
        public Judgement judge(Drift drift, Instant now) {
            return ruling(drift, now).judgement();
        }

        @Override
        public Ruling ruling(Drift drift, Instant now) {
            return of.ruling(Subject.of(drift, kinds), now);
        }

        @Override
        public List<Rule> rules() {
            return of.made();
        }
    }
}
