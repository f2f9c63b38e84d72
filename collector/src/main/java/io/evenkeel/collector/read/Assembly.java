package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.snapshot.Consistency;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the results of all files together. A kind of which one file failed is unread as a whole. */
final class Assembly {
    private final SortedMap<ObjectKey, CatalogObject> objects = new TreeMap<>();
    private final SortedMap<ObjectKind, Unread> unread = new TreeMap<>();

    private Assembly() {}

    static Reading.Complete complete(
            Rounds.Outcome outcome, List<KindFile> files, ServerIdentity server, Instant readAt, Duration took) {
        Assembly assembly = new Assembly();
        outcome.results().forEach(assembly::add);
        assembly.objects.keySet().removeIf(key -> assembly.unread.containsKey(key.kind()));
        return new Reading.Complete(
                assembly.objects,
                descriptors(files, outcome.relations()),
                List.copyOf(assembly.unread.values()),
                server,
                Consistency.EXACT,
                readAt,
                took,
                outcome.snapshot());
    }

    private void add(KindFile file, KindResult result) {
        switch (result) {
            case KindResult.Problem problem -> unread(file, problem.reason(), problem.detail());
            case KindResult.Objects some -> some.objects().forEach(object -> add(file, object));
        }
    }

    private void add(KindFile file, CatalogObject object) {
        if (objects.put(object.key(), object) != null) {
            unread(
                    file,
                    UnknownReason.ERROR,
                    "kind file " + file.name() + ": two rows are called " + object.key()
                            + "; expected the id_ columns to tell objects apart");
        }
    }

    private void unread(KindFile file, UnknownReason reason, String detail) {
        unread.putIfAbsent(file.kind(), new Unread(file.kind(), reason, detail));
    }

    /** Of a kind with several sources, those that are here describe it; where none is, all do. */
    private static List<KindDescriptor> descriptors(List<KindFile> files, List<FoundRelation> relations) {
        List<KindFile> here = files.stream()
                .filter(file -> file.requires().isEmpty()
                        || relations.stream()
                                .anyMatch(relation -> relation.file().equals(file)))
                .toList();
        Set<ObjectKind> described = here.stream().map(KindFile::kind).collect(Collectors.toSet());
        Stream<KindFile> others = files.stream().filter(file -> !described.contains(file.kind()));
        return KindLibrary.describe(Stream.concat(here.stream(), others).toList());
    }
}
