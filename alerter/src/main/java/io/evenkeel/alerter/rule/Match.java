package io.evenkeel.alerter.rule;

import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which drifts a rule is about: all conditions hold, each by one of its words; one without words always holds.
 *
 * @param what the condition on differing attributes
 * @param having values of an object that only one side has, or of the target where both have it
 * @param shape see {@link Shape}; absent: any
 */
record Match(
        List<Glob> baselines,
        List<Glob> targets,
        List<Glob> kinds,
        List<NamePattern> names,
        List<Glob> categories,
        Set<Change> changes,
        Set<Severity> severities,
        What what,
        Map<String, List<Glob>> having,
        Optional<String> shape) {

    /** Of which attribute, and from which value to which. */
    record What(List<Glob> attributes, List<Glob> from, List<Glob> to) {
        boolean isAny() {
            return attributes.isEmpty() && from.isEmpty() && to.isEmpty();
        }

        boolean holds(AttributeDifference attribute) {
            return any(attributes, attribute.name())
                    && (from.isEmpty() || Values.match(from, attribute.baseline()))
                    && (to.isEmpty() || Values.match(to, attribute.target()));
        }
    }

    Match {
        baselines = List.copyOf(baselines);
        targets = List.copyOf(targets);
        kinds = List.copyOf(kinds);
        names = List.copyOf(names);
        categories = List.copyOf(categories);
        changes = Set.copyOf(changes);
        severities = Set.copyOf(severities);
        having = Map.copyOf(having);
    }

    /** Whether it is about the attribute of an object that it concerns; without one, about the object as a whole. */
    boolean tells(Optional<AttributeDifference> attribute) {
        return what.isAny() || attribute.filter(what::holds).isPresent();
    }

    /** Whether it is about the object, or one of its attributes. */
    boolean concerns(Subject subject) {
        Difference difference = subject.difference();
        return holds(difference.key())
                && any(subject)
                && any(categories, subject.category())
                && (changes.isEmpty() || changes.contains(difference.change()))
                && (severities.isEmpty() || severities.contains(subject.nature()))
                && having.entrySet().stream().allMatch(entry -> has(difference, entry.getKey(), entry.getValue()))
                && (shape.isEmpty() || shape.get().equals(Shape.of(difference)));
    }

    /** Whether it names the object that the subject lies in, and asks for nothing more. */
    boolean covers(Subject subject) {
        Optional<ObjectKey> parent = subject.difference().parent();
        boolean onlyNames = categories.isEmpty()
                && changes.isEmpty()
                && severities.isEmpty()
                && what.isAny()
                && having.isEmpty()
                && shape.isEmpty();
        boolean some = !kinds.isEmpty() || !names.isEmpty();
        return onlyNames
                && some
                && any(subject)
                && parent.filter(this::holdsUpwards).isPresent();
    }

    private boolean any(Subject subject) {
        return any(baselines, subject.comparison().baseline().name())
                && any(targets, subject.comparison().target().name());
    }

    private boolean holds(ObjectKey key) {
        return any(kinds, key.kind().name()) && named(key.identity());
    }

    /** The kind of what the parent lies in is not known, but its names are. */
    private boolean holdsUpwards(ObjectKey parent) {
        List<String> names = parent.identity();
        boolean above = false;
        for (int length = names.size() - 1; kinds.isEmpty() && length >= 2; length--) {
            above |= named(names.subList(0, length));
        }
        return above || holds(parent);
    }

    private boolean named(List<String> identity) {
        return names.isEmpty() || names.stream().anyMatch(name -> name.matches(identity));
    }

    private static boolean has(Difference difference, String name, List<Glob> wanted) {
        return difference.attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .anyMatch(attribute -> Values.match(wanted, side(difference, attribute)));
    }

    private static Value side(Difference difference, AttributeDifference attribute) {
        return difference.change() == Change.MISSING ? attribute.baseline() : attribute.target();
    }

    static boolean any(List<Glob> globs, String word) {
        return globs.isEmpty() || globs.stream().anyMatch(glob -> glob.matches(word));
    }
}
