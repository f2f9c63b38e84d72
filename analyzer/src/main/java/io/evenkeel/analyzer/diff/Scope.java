package io.evenkeel.analyzer.diff;

import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What can be measured between two sides, and what cannot. Immutable. */
public final class Scope {
    private final Side baseline;
    private final Side target;
    private final Map<ObjectKind, KindDescriptor> descriptors = new TreeMap<>();
    private final List<Unknown> unread = new ArrayList<>();
    private final Set<ObjectKind> unreadKinds = new TreeSet<>();
    private final Map<ObjectKind, Set<String>> versionBound = new TreeMap<>();

    private Scope(Side baseline, Side target) {
        this.baseline = baseline;
        this.target = target;
        descriptors.putAll(KindDescriptor.byKind(target.kinds()));
        descriptors.putAll(KindDescriptor.byKind(baseline.kinds()));
        addUnread(baseline, target);
        addUnread(target, baseline);
        unread.forEach(unknown -> unknown.kind().ifPresent(unreadKinds::add));
        if (!sameMajor()) {
            addVersionBound(baseline);
            addVersionBound(target);
        }
    }

    public static Scope between(Side baseline, Side target) {
        return new Scope(baseline, target);
    }

    private void addUnread(Side side, Side other) {
        side.unread()
                .forEach(each -> unread.add(
                        new Unknown(side.environment(), Optional.of(each.kind()), each.reason(), each.detail())));
        Set<ObjectKind> known = new TreeSet<>();
        side.kinds().forEach(kind -> known.add(kind.kind()));
        side.unread().forEach(each -> known.add(each.kind()));
        for (KindDescriptor kind : other.kinds()) {
            if (!known.contains(kind.kind())) {
                unread.add(new Unknown(
                        side.environment(), Optional.of(kind.kind()), UnknownReason.ERROR, unreadDetail(side, other)));
            }
        }
    }

    private static String unreadDetail(Side side, Side other) {
        return "the collector of " + side.environment() + " does not read this kind, the one of " + other.environment()
                + " does: run the same version with the same kinds for both";
    }

    private void addVersionBound(Side side) {
        for (KindDescriptor kind : side.kinds()) {
            if (!kind.versionBound().isEmpty()) {
                versionBound
                        .computeIfAbsent(kind.kind(), any -> new TreeSet<>())
                        .addAll(kind.versionBound());
            }
        }
    }

    /** Whether both servers are known to be of one major version. */
    private boolean sameMajor() {
        return baseline.major().isPresent() && baseline.major().equals(target.major());
    }

    /** Whether one side could not read that kind, so that nothing can be said of its objects. */
    public boolean isUnread(ObjectKind kind) {
        return unreadKinds.contains(kind);
    }

    /**
     * Whether an attribute that an object has on at least one side can be held against the other side. Across major
     * versions neither text that depends on the version can, nor what only one of the versions has.
     */
    boolean measures(ObjectKind kind, String attribute, boolean onBothSides) {
        return sameMajor()
                || (onBothSides && !versionBound.getOrDefault(kind, Set.of()).contains(attribute));
    }

    /**
     * Whether nothing can be said now of a difference that was seen before.
     *
     * @param onBothSides whether the object is there on both sides now
     */
    public boolean hides(Difference before, boolean onBothSides) {
        ObjectKind kind = before.key().kind();
        return isUnread(kind)
                || (before.change() == Change.DIFFERENT
                        && onBothSides
                        && before.attributes().stream().anyMatch(attribute -> !measures(kind, attribute.name(), true)));
    }

    /** What the kind says of itself: in the baseline, else in the target. */
    public KindDescriptor descriptor(ObjectKind kind) {
        KindDescriptor descriptor = descriptors.get(kind);
        return descriptor == null ? KindDescriptor.undescribed(kind) : descriptor;
    }

    /** What cannot be measured, given which kinds have objects on both sides. */
    public List<Unknown> unknown(Predicate<ObjectKind> onBothSides) {
        List<Unknown> all = new ArrayList<>(unread);
        for (Map.Entry<ObjectKind, Set<String>> kind : versionBound.entrySet()) {
            if (!isUnread(kind.getKey()) && onBothSides.test(kind.getKey())) {
                all.add(new Unknown(
                        target.environment(),
                        Optional.of(kind.getKey()),
                        UnknownReason.VERSION,
                        versionDetail(kind.getValue())));
            }
        }
        return all;
    }

    private String versionDetail(Set<String> attributes) {
        return "PostgreSQL " + major(target) + " against " + major(baseline) + ": not comparable as text are "
                + String.join(", ", attributes);
    }

    private static String major(Side side) {
        return side.major().map(String::valueOf).orElse("of an unknown version");
    }

    /** Plain values that are equal as long as the same things can be measured in the same way. */
    public List<Object> basis() {
        return List.of(
                new TreeMap<>(KindDescriptor.byKind(baseline.kinds())),
                new TreeMap<>(KindDescriptor.byKind(target.kinds())),
                unreadKinds,
                baseline.major(),
                target.major());
    }
}
