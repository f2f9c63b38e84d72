package io.evenkeel.collector.read;

import io.evenkeel.collector.profile.Classifier;
import io.evenkeel.collector.profile.KindFacts;
import io.evenkeel.collector.profile.Profile;
import io.evenkeel.collector.profile.SummaryKinds;
import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the results of all files together. A kind of which one file failed is unread as a whole; where only some relations
 * that a file needs could not be read, what they would have told is.
 */
final class Assembly {
    // of a message: enough for the first few relations, whatever there are
    private static final int LONG = 2_000;

    // so many parts of a kind are told one by one; every marker of every partition carries them
    private static final int PARTS = 50;
    private static final int NAMED = 5;
    // no kind of object: under this name stale objects are told beside the kinds that could not be read
    private static final ObjectKind STALE = new ObjectKind("stale_objects");

    private static final String UNSHARED = "left out by settings (cluster: false)";
    private static final String UNCHOSEN = "left out by settings (kinds)";

    private final Map<ObjectKey, CatalogObject> objects;
    private final SortedMap<ObjectKind, Unread> unread = new TreeMap<>();
    private final SortedMap<ObjectKind, List<Unread>> parts = new TreeMap<>();

    private Assembly(int size) {
        objects = HashMap.newHashMap(size);
    }

    static Reading.Complete complete(
            Rounds.Outcome outcome, Plan plan, KindFacts facts, ServerIdentity server, Instant readAt, Duration took) {
        Assembly assembly = new Assembly(
                outcome.results().values().stream().mapToInt(KindResult::size).sum());
        outcome.results().forEach(assembly::add);
        assembly.boundParts();
        assembly.leaveUnread();
        plan.unchosen().forEach(kind -> assembly.leaveOut(kind, UNCHOSEN));
        plan.summarised().ifPresent(profile -> assembly.classify(profile, plan, facts));
        plan.unshared().forEach(kind -> assembly.leaveOut(kind, UNSHARED));
        LeftOutSchemas schemas = LeftOutSchemas.of(plan);
        if (!plan.schemas().isAll()) {
            assembly.objects.values().removeIf(schemas::hold);
        }
        schemas.told().ifPresent(told -> assembly.unread.put(told.kind(), told));
        SortedSet<ObjectKey> stale = new TreeSet<>(outcome.stale());
        stale.retainAll(assembly.objects.keySet());
        assembly.tell(stale);
        return new Reading.Complete(
                assembly.objects,
                schemas.described(descriptors(plan.files(), outcome.results())),
                assembly.allUnread(),
                stale,
                server,
                outcome.consistency(),
                readAt,
                took,
                outcome.snapshot(),
                List.of());
    }

    private void tell(SortedSet<ObjectKey> stale) {
        if (!stale.isEmpty()) {
            String some = stale.stream().limit(NAMED).map(ObjectKey::toString).collect(Collectors.joining(", "));
            String detail = "kept changing and stay as an earlier reading found them: " + stale.size() + " objects, "
                    + some + (stale.size() > NAMED ? ", ..." : "");
            unread.put(STALE, new Unread(STALE, UnknownReason.CONCURRENT_DDL, detail));
        }
    }

    private void leaveUnread() {
        if (!unread.isEmpty() || !parts.isEmpty()) {
            objects.keySet().removeIf(this::isUnread);
        }
    }

    private void leaveOut(ObjectKind kind, String why) {
        unread.put(kind, new Unread(kind, UnknownReason.EXCLUDED, why));
    }

    /** A summary of what could be read only in part would differ by the part that could not. */
    private void classify(Profile profile, Plan plan, KindFacts facts) {
        objects.putAll(Classifier.classify(profile, plan.landmarks(), facts, objects));
        List<Unread> gaps = allUnread().stream()
                .filter(gap -> plan.mayBePlatforms(gap.kind()))
                .toList();
        for (Unread gap : gaps) {
            ObjectKind summary = SummaryKinds.of(gap.kind(), facts);
            unread.putIfAbsent(
                    summary,
                    new Unread(summary, gap.reason(), "no summary without " + gap.kind() + ": " + gap.detail()));
        }
        leaveUnread();
    }

    private boolean isUnread(ObjectKey key) {
        return unread.containsKey(key.kind())
                || parts.getOrDefault(key.kind(), List.of()).stream().anyMatch(part -> part.covers(key));
    }

    private List<Unread> allUnread() {
        return Stream.concat(unread.values().stream(), parts.values().stream().flatMap(List::stream))
                .sorted(Comparator.comparing(Unread::kind))
                .toList();
    }

    private void add(KindFile file, KindResult result) {
        result.problems().forEach(problem -> add(file, problem));
        result.all().forEach(object -> add(file, object));
    }

    private void add(KindFile file, KindResult.Problem problem) {
        Unread gap = new Unread(file.kind(), problem.reason(), problem.detail(), Optional.of(problem.within()));
        if (gap.within().isEmpty()) {
            unread(gap);
        } else {
            parts.computeIfAbsent(gap.kind(), kind -> new ArrayList<>()).add(gap);
        }
    }

    private void add(KindFile file, CatalogObject object) {
        if (objects.put(object.key(), object) != null) {
            unread(new Unread(
                    file.kind(),
                    UnknownReason.ERROR,
                    "kind file " + file.name() + ": two rows are called " + object.key()
                            + "; expected the id_ columns to tell objects apart"));
        }
    }

    /** Parts of what is unread as a whole, and too many of them, are told together. */
    private void boundParts() {
        List<List<Unread>> together = parts.values().stream()
                .filter(some -> some.size() > PARTS
                        || unread.containsKey(some.getFirst().kind()))
                .toList();
        together.forEach(some -> some.forEach(this::unread));
        parts.values().removeAll(together);
    }

    private void unread(Unread gap) {
        unread.merge(
                gap.kind(),
                new Unread(gap.kind(), gap.reason(), gap.detail()),
                (one, other) -> one.detail().length() > LONG
                        ? one
                        : new Unread(one.kind(), one.reason(), one.detail() + "; " + other.detail()));
    }

    /** Of a kind with several sources those that have something here describe it; where none has, no tool's advice fits. */
    private static List<KindDescriptor> descriptors(List<KindFile> files, Map<KindFile, KindResult> results) {
        List<KindFile> here = files.stream()
                .filter(file -> file.requires().isEmpty() || !isEmpty(results.get(file)))
                .toList();
        Set<ObjectKind> described = here.stream().map(KindFile::kind).collect(Collectors.toSet());
        List<KindFile> others =
                files.stream().filter(file -> !described.contains(file.kind())).toList();
        return Stream.concat(KindLibrary.describe(here).stream(), KindLibrary.describeWithoutSource(others).stream())
                .sorted(Comparator.comparing(KindDescriptor::kind))
                .toList();
    }

    private static boolean isEmpty(@Nullable KindResult result) {
        return result instanceof KindResult.Objects some && some.isEmpty();
    }
}
