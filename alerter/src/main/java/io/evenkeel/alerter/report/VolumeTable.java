package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The volumes that differ, one row for each object, two columns for each thing that is measured.
 *
 * @param header the first cell is empty, for the object's name
 * @param equal how many objects are left out because both sides are equal
 */
public record VolumeTable(List<String> header, List<List<String>> rows, int equal) {
    public VolumeTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** The table of a report; names as they are to be shown. */
    public static VolumeTable of(Report report) {
        SortedSet<String> names = new TreeSet<>();
        Map<ObjectKey, SortedMap<String, Measurement>> objects = new LinkedHashMap<>();
        report.measurements().forEach(each -> {
            names.add(each.name());
            objects.computeIfAbsent(each.key(), key -> new TreeMap<>()).put(each.name(), each);
        });
        List<List<String>> rows = objects.entrySet().stream()
                .filter(entry -> entry.getValue().values().stream().anyMatch(Measurement::differs))
                .map(entry -> row(entry.getKey(), entry.getValue(), names))
                .toList();
        List<String> header = new ArrayList<>(List.of(""));
        names.forEach(name -> {
            header.add(name + ", " + report.baseline().environment());
            header.add(name + ", " + report.target().environment());
        });
        return new VolumeTable(header, rows, objects.size() - rows.size());
    }

    private static List<String> row(ObjectKey key, Map<String, Measurement> measured, SortedSet<String> names) {
        Stream<String> cells = names.stream()
                .flatMap(name -> Stream.of(
                        cell(Optional.ofNullable(measured.get(name)).flatMap(Measurement::baseline)),
                        cell(Optional.ofNullable(measured.get(name)).flatMap(Measurement::target))));
        return Stream.concat(Stream.of(Visible.name(key.identity())), cells).toList();
    }

    private static String cell(Optional<Long> number) {
        return number.map(String::valueOf).orElse("-");
    }
}
