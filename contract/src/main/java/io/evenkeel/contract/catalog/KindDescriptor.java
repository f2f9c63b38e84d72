package io.evenkeel.contract.catalog;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a kind's SQL file says of the kind. It travels with every snapshot, so that nobody else keeps a list of kinds.
 *
 * @param description one sentence for people
 * @param category what pages, metrics and reports group by: structure, code, security, migration, data or server
 * @param severity of a drift in an attribute without a word of its own
 * @param severities by attribute name, or by {@code missing} and {@code unexpected} for whole objects
 * @param order place in an action plan, lowest first
 * @param versionBound attributes whose text depends on the server's major version
 * @param advice by {@code missing}, {@code unexpected} and {@code different}: what to do about it
 * @param schemas where its objects were looked for; absent: everywhere
 */
public record KindDescriptor(
        ObjectKind kind,
        String description,
        String category,
        Severity severity,
        SortedMap<String, Severity> severities,
        int order,
        Set<String> versionBound,
        SortedMap<String, String> advice,

        @JacksonInject(value = Absent.FIELD, useInput = OptBoolean.TRUE) @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<SchemaScope> schemas) {
    public KindDescriptor {
        severities = Collections.unmodifiableSortedMap(new TreeMap<>(severities));
        versionBound = Collections.unmodifiableSet(new TreeSet<>(versionBound));
        advice = Collections.unmodifiableSortedMap(new TreeMap<>(advice));
    }

    /** Of a kind whose objects were looked for everywhere. */
    public KindDescriptor(
            ObjectKind kind,
            String description,
            String category,
            Severity severity,
            SortedMap<String, Severity> severities,
            int order,
            Set<String> versionBound,
            SortedMap<String, String> advice) {
        this(kind, description, category, severity, severities, order, versionBound, advice, Optional.empty());
    }

    /** The same kind, looked for in those schemas. */
    public KindDescriptor within(SchemaScope scope) {
        return new KindDescriptor(
                kind, description, category, severity, severities, order, versionBound, advice, Optional.of(scope));
    }

    /** For a kind that nobody described: a drift in it is a warning. */
    public static KindDescriptor undescribed(ObjectKind kind) {
        return new KindDescriptor(
                kind, kind.name(), "server", Severity.WARNING, new TreeMap<>(), 1000, Set.of(), new TreeMap<>());
    }

    /** Whether objects of the kind measure data, in which environments are expected to differ. */
    public boolean measures() {
        return category.equals("data");
    }

    /** The severity of the named attribute, or of the named change of a whole object. */
    public Severity severityOf(String attributeOrChange) {
        return severities.getOrDefault(attributeOrChange, severity);
    }

    /** What to do about that change; empty where the kind gives no advice. */
    public String adviceFor(String change) {
        return advice.getOrDefault(change, "");
    }

    /** Descriptors by kind. */
    public static Map<ObjectKind, KindDescriptor> byKind(Iterable<KindDescriptor> descriptors) {
        Map<ObjectKind, KindDescriptor> map = new TreeMap<>();
        descriptors.forEach(descriptor -> map.put(descriptor.kind(), descriptor));
        return map;
    }
}
