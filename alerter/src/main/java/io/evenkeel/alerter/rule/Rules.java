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
        List<Candidate> candidates = all.stream()
                .filter(rule -> !rule.expired(now))
                .map(rule -> new Candidate(rule, rule.match().concerns(subject), ignoresParent(rule, subject)))
                .filter(each -> each.concerns() || each.ignoresParent())
                .toList();
        List<Verdict> verdicts = new ArrayList<>();
        if (subject.difference().change() == Change.DIFFERENT) {
            subject.difference()
                    .attributes()
                    .forEach(attribute -> verdicts.add(verdict(subject, Optional.of(attribute), candidates)));
        }
        if (verdicts.isEmpty()) {
            verdicts.add(verdict(subject, Optional.empty(), candidates));
        }
        return Verdict.together(subject.difference(), verdicts);
    }

    private static Verdict verdict(
            Subject subject, Optional<AttributeDifference> attribute, List<Candidate> candidates) {
        Optional<Rule> fate = Optional.empty();
        Optional<Rule> severity = Optional.empty();
        for (Candidate each : candidates) {
            boolean holds = each.concerns() && each.rule().match().tells(attribute);
            if (fate.isEmpty() && each.rule().fate().isPresent() && (holds || each.ignoresParent())) {
                fate = Optional.of(each.rule());
            }
            if (severity.isEmpty() && each.rule().severity().isPresent() && holds) {
                severity = Optional.of(each.rule());
            }
        }
        return new Verdict(attribute, attribute.map(subject::natureOf).orElse(subject.nature()), severity, fate);
    }

    private static boolean ignoresParent(Rule rule, Subject subject) {
        return rule.fate().filter(Fate.Ignore.class::isInstance).isPresent()
                && rule.match().covers(subject);
    }

    /** A rule that may have something to say of the object, or of one of its attributes. */
    private record Candidate(Rule rule, boolean concerns, boolean ignoresParent) {}

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
