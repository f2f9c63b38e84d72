package io.evenkeel.collector.query;

import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** All kinds that can be read, and for a server's version the files that read them. Immutable. */
public final class KindLibrary {
    /** Kinds of the user's own begin with this, so that they never meet a later kind of Evenkeel's. */
    public static final String OWN_PREFIX = "own_";

    private record Slot(ObjectKind kind, String source) {}

    private final List<KindFile> files;
    private final Map<Integer, List<KindFile>> chosen = new ConcurrentHashMap<>();

    KindLibrary(Collection<KindFile> files) {
        this.files = files.stream()
                .sorted(Comparator.comparing(KindFile::kind).thenComparing(KindFile::name))
                .toList();
        this.files.stream()
                .collect(Collectors.groupingBy(KindFile::kind, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(KindLibrary::checkAgreement);
    }

    /** The kinds that come with Evenkeel. */
    public static KindLibrary bundled() {
        return new KindLibrary(KindFiles.bundled());
    }

    /** These kinds and those of a directory, whose names begin with {@value #OWN_PREFIX}. */
    public KindLibrary with(Path directory) {
        List<KindFile> all = new ArrayList<>(files);
        for (KindFile own : KindFiles.in(directory)) {
            if (!own.kind().name().startsWith(OWN_PREFIX)) {
                throw new KindFileException(
                        own.name(), 0, "expected a kind that begins with " + OWN_PREFIX + "; rename the file");
            }
            all.add(own);
        }
        return new KindLibrary(all);
    }

    /** All kinds, whatever the server. */
    public Set<ObjectKind> kinds() {
        return files.stream().map(KindFile::kind).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void checkAgreement(List<KindFile> files) {
        KindFile first = files.getFirst();
        for (KindFile file : files) {
            KindDescriptor one = first.descriptor();
            KindDescriptor other = file.descriptor();
            agree(first, file, "description", one.description(), other.description());
            agree(first, file, "category", one.category(), other.category());
            agree(first, file, "severity", one.severity(), other.severity());
            agree(first, file, "severity", one.severities(), other.severities());
            agree(first, file, "order", one.order(), other.order());
        }
    }

    private static void agree(KindFile first, KindFile other, String key, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new KindFileException(
                    other.name(),
                    1,
                    key + ": expected the same as in " + first.name() + ", '" + expected + "', found '" + found + "'");
        }
    }

    /** The files that read a server of that major: of each kind and source the newest that is not newer than it. */
    public List<KindFile> forMajor(int major) {
        return chosen.computeIfAbsent(major, this::choose);
    }

    private List<KindFile> choose(int major) {
        Map<Slot, KindFile> chosen = files.stream()
                .filter(file -> file.sinceMajor() <= major)
                .collect(Collectors.toMap(
                        file -> new Slot(file.kind(), file.source().orElse("")),
                        file -> file,
                        (one, other) -> one.sinceMajor() > other.sinceMajor() ? one : other));
        return chosen.values().stream()
                .map(file -> file.forMajor(major))
                .sorted(Comparator.comparing(KindFile::kind).thenComparing(KindFile::name))
                .toList();
    }

    /** One descriptor a kind; what its files say of version-bound attributes and advice is put together. */
    public static List<KindDescriptor> describe(Collection<KindFile> used) {
        SortedMap<ObjectKind, KindDescriptor> described = new TreeMap<>();
        used.forEach(file -> described.merge(file.kind(), file.descriptor(), KindLibrary::merged));
        return List.copyOf(described.values());
    }

    /** The same for sources of which nothing is there: advice that differs between them is left out. */
    public static List<KindDescriptor> describeWithoutSource(Collection<KindFile> absent) {
        return describe(absent).stream()
                .map(descriptor -> {
                    SortedMap<String, String> advice = new TreeMap<>(descriptor.advice());
                    advice.values().removeIf(text -> !isOfAll(text, descriptor.kind(), absent));
                    return withAdvice(descriptor, descriptor.versionBound(), advice);
                })
                .toList();
    }

    private static boolean isOfAll(String text, ObjectKind kind, Collection<KindFile> files) {
        return files.stream()
                .filter(file -> file.kind().equals(kind))
                .allMatch(file -> file.descriptor().advice().containsValue(text));
    }

    private static KindDescriptor merged(KindDescriptor one, KindDescriptor other) {
        TreeSet<String> bound = new TreeSet<>(one.versionBound());
        bound.addAll(other.versionBound());
        SortedMap<String, String> advice = new TreeMap<>(one.advice());
        other.advice()
                .forEach((change, text) ->
                        advice.merge(change, text, (mine, theirs) -> mine.equals(theirs) ? mine : mine + " " + theirs));
        return withAdvice(one, bound, advice);
    }

    private static KindDescriptor withAdvice(
            KindDescriptor one, Set<String> versionBound, SortedMap<String, String> advice) {
        return new KindDescriptor(
                one.kind(),
                one.description(),
                one.category(),
                one.severity(),
                one.severities(),
                one.order(),
                versionBound,
                advice,
                one.schemas());
    }
}
