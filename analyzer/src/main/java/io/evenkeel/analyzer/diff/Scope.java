package io.evenkeel.analyzer.diff;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.MajorRange;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Redaction;
import io.evenkeel.contract.catalog.SchemaScope;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.drift.Unmeasured;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What can be measured between two sides, and what cannot. Immutable. */
public final class Scope {
    private final Side baseline;
    private final Side target;
    private final Tolerances tolerances;
    private final PrintedSql printed;
    private final Map<ObjectKind, KindDescriptor> descriptors = new TreeMap<>();
    private final List<Unknown> unread = new ArrayList<>();
    private final Set<ObjectKind> unreadKinds = new TreeSet<>();
    private final List<Unread> unreadParts = new ArrayList<>();
    private final Set<ObjectKind> leftOut = new TreeSet<>();
    private final Map<ObjectKind, Set<String>> versionBound = new TreeMap<>();
    private final Map<ObjectKind, SchemaScope> ourSchemas;
    private final Map<ObjectKind, SchemaScope> theirSchemas;

    private Scope(Side baseline, Side target, Tolerances tolerances) {
        this.baseline = baseline;
        this.target = target;
        this.tolerances = tolerances;
        printed = PrintedSql.between(baseline.major(), target.major());
        descriptors.putAll(KindDescriptor.byKind(target.kinds()));
        descriptors.putAll(KindDescriptor.byKind(baseline.kinds()));
        ourSchemas = schemas(baseline);
        theirSchemas = schemas(target);
        addUnread(baseline, target);
        addUnread(target, baseline);
        unread.stream()
                .filter(Unknown::byChoice)
                .forEach(unknown -> unknown.kind().ifPresent(leftOut::add));
        if (!sameMajor()) {
            addVersionBound(baseline);
            addVersionBound(target);
        }
    }

    /** @param tolerances for what is measured beside the catalog */
    public static Scope between(Side baseline, Side target, Tolerances tolerances) {
        return new Scope(baseline, target, tolerances);
    }

    private void addUnread(Side side, Side other) {
        side.unread().forEach(each -> {
            unread.add(Unknown.of(side.environment(), each));
            each.within().ifPresentOrElse(part -> unreadParts.add(each), () -> unreadKinds.add(each.kind()));
        });
        Set<ObjectKind> known = new TreeSet<>();
        side.kinds().forEach(kind -> known.add(kind.kind()));
        side.unread().forEach(each -> known.add(each.kind()));
        for (KindDescriptor kind : other.kinds()) {
            if (!known.contains(kind.kind())) {
                unreadKinds.add(kind.kind());
                unread.add(new Unknown(
                        side.environment(), Optional.of(kind.kind()), UnknownReason.ERROR, unreadDetail(side, other)));
            }
        }
    }

    private static String unreadDetail(Side side, Side other) {
        return "the collector of " + side.environment() + " does not read this kind, the one of " + other.environment()
                + " does: run the same version with the same kinds for both";
    }

    private static Map<ObjectKind, SchemaScope> schemas(Side side) {
        Map<ObjectKind, SchemaScope> scopes = new TreeMap<>();
        side.kinds().forEach(kind -> kind.schemas().ifPresent(scope -> scopes.put(kind.kind(), scope)));
        return scopes;
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

    /** Whether one side could not or should not read that, so that nothing can be said of it. */
    public boolean isUnread(ObjectKey key) {
        return unreadKinds.contains(key.kind()) || unreadParts.stream().anyMatch(part -> part.covers(key));
    }

    /** Whether the settings of one side leave out what that object is, and with it what lies in it. */
    public boolean isLeftOut(ObjectKey parent) {
        return leftOut.contains(parent.kind());
    }

    /** Whether the object lies in a schema that the settings of one side leave out. */
    boolean isElsewhere(@Nullable CatalogObject object) {
        return object != null
                && (SchemaScope.leaveOut(ourSchemas, object) || SchemaScope.leaveOut(theirSchemas, object));
    }

    /** Whether a server could have what the other one has: the one that lacks it, or either if both have it. */
    boolean isPossible(@Nullable CatalogObject ours, @Nullable CatalogObject theirs) {
        return (ours != null && MajorRange.holds(ours, target.major()))
                || (theirs != null && MajorRange.holds(theirs, baseline.major()));
    }

    /** Whether both values mean the same, be it in the words of two majors. */
    boolean isSame(ObjectKind kind, AttributeDifference attribute) {
        return attribute.baseline().equals(attribute.target())
                || (isTextOfAMajor(kind, attribute.name()) && printed.same(attribute.baseline(), attribute.target()));
    }

    /**
     * Why nobody can tell whether values that are not the same say something different, if that is so: across majors,
     * what one of them does not have, and text that none has said in the other's words; and everywhere what was hidden
     * with different keys.
     */
    Optional<UnknownReason> doubt(ObjectKind kind, AttributeDifference attribute, boolean onBothSides) {
        if (Redaction.sameButForKeys(attribute.baseline(), attribute.target())) {
            return Optional.of(UnknownReason.REDACTION_KEY);
        }
        return isTextOfAMajor(kind, attribute.name()) || !(onBothSides || sameMajor())
                ? Optional.of(UnknownReason.VERSION)
                : Optional.empty();
    }

    /** What two measurements differ in by more than people expect. */
    Optional<AttributeDifference> outside(CatalogObject ours, CatalogObject theirs) {
        return descriptor(ours.key().kind()).measures() ? tolerances.outside(ours, theirs) : Optional.empty();
    }

    /** That two measurements cannot be held against what people expect. */
    Optional<Unmeasured> uncounted(CatalogObject ours, CatalogObject theirs) {
        return descriptor(ours.key().kind()).measures() ? tolerances.uncounted(ours, theirs) : Optional.empty();
    }

    private boolean isTextOfAMajor(ObjectKind kind, String attribute) {
        return versionBound.getOrDefault(kind, Set.of()).contains(attribute);
    }

    /**
     * Whether nothing can be said now of a difference that was seen before. Of what the settings leave out nothing is
     * wanted any more either, so that it hides nothing.
     */
    public boolean hides(ObjectKey key) {
        return isUnread(key) && !leftOut.contains(key.kind());
    }

    /** What the kind says of itself: in the baseline, else in the target. */
    public KindDescriptor descriptor(ObjectKind kind) {
        KindDescriptor descriptor = descriptors.get(kind);
        return descriptor == null ? KindDescriptor.undescribed(kind) : descriptor;
    }

    /** What cannot be measured: kinds as a whole or in part, and attributes of objects. */
    public List<Unknown> unknown(List<Gap> gaps) {
        List<Unknown> all = new ArrayList<>(unread);
        for (Gap gap : gaps) {
            all.add(new Unknown(
                    target.environment(), gap.kind(), gap.reason(), detail(gap.reason()), gap.objects(), gap.first()));
        }
        return all;
    }

    private String detail(UnknownReason reason) {
        return switch (reason) {
            case EXCLUDED -> "in schemas that the settings of one side leave out";
            case UNSEEN -> "not shown to a role without more rights, or never written down";
            case UNCOUNTED ->
                "a row-tolerance is set, but the rows were not counted on both sides: name the table under row-counts of both, or "
                        + "ANALYZE it on both";
            case REDACTION_KEY ->
                "hidden with another key than in " + baseline.environment() + ": give both collectors the same key";
            default -> "PostgreSQL " + major(target) + " against " + major(baseline) + ": not comparable as text";
        };
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
                unreadParts.stream()
                        .map(part -> List.of(part.kind(), part.within().orElseThrow()))
                        .toList(),
                leftOut,
                baseline.major(),
                target.major(),
                PrintedSql.VERSION,
                tolerances);
    }
}
