package io.evenkeel.alerter.web;

import io.evenkeel.alerter.audit.ObjectVersion;
import io.evenkeel.alerter.report.Attributed;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.wire.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one object was when, in one environment or in both of a drift.
 *
 * @param name for people
 */
record HistoryPage(String kind, String name, List<Life> lives) {
    /**
     * In one environment.
     *
     * @param link to this life alone, for as long as the history is kept
     * @param versions newest first
     * @param cut whether there are older ones that are not shown
     */
    record Life(Environment environment, String link, List<Version> versions, boolean cut) {}

    /**
     * One version.
     *
     * @param from empty: before the history begins
     * @param to empty: it is so now
     * @param made who made it so, or between which two readings; may be empty
     * @param ended the same of its end; may be empty
     * @param changed what it has otherwise than the version before
     * @param whole where there was none right before
     */
    record Version(
            String id,
            Optional<Moment> from,
            Optional<Moment> to,
            String made,
            String ended,
            List<Attribute> changed,
            Optional<WholeObject> whole) {}

    static HistoryPage of(ObjectKey key, List<Life> lives) {
        return new HistoryPage(key.kind().name().replace('_', ' '), Visible.name(key.identity()), lives);
    }

    /** @param versions newest first; one more than are shown tells that there are more */
    static Life life(Environment environment, ObjectKey key, List<ObjectVersion> versions, int shown, Instant now) {
        List<Version> lived = new ArrayList<>();
        for (int at = 0; at < Math.min(shown, versions.size()); at++) {
            ObjectVersion version = versions.get(at);
            Optional<ObjectVersion> before =
                    at + 1 < versions.size() ? Optional.of(versions.get(at + 1)) : Optional.empty();
            lived.add(version(
                    "v-" + environment + "-" + at, version, before.filter(each -> follows(version, each)), now));
        }
        return new Life(environment, link(environment, key), lived, versions.size() > shown);
    }

    private static boolean follows(ObjectVersion version, ObjectVersion before) {
        return version.from().isPresent() && version.from().equals(before.to());
    }

    static String link(Environment environment, ObjectKey key) {
        String json = new String(Json.bytes(key), StandardCharsets.UTF_8);
        return "/history?environment=" + environment + "&key=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
    }

    private static Version version(String id, ObjectVersion version, Optional<ObjectVersion> before, Instant now) {
        Attributes after = version.object().compared();
        List<AttributeDifference> differences =
                differences(before.map(each -> each.object().compared()).orElse(Attributes.NONE), after);
        return new Version(
                id,
                version.from().map(at -> Moment.of(at, now)),
                version.to().map(at -> Moment.of(at, now)),
                version.change().map(Attributed::line).orElse(""),
                version.end().map(Attributed::line).orElse(""),
                before.isPresent() ? differences.stream().map(Attribute::of).toList() : List.of(),
                before.isPresent() ? Optional.empty() : Optional.of(whole(version, differences)));
    }

    private static WholeObject whole(ObjectVersion version, List<AttributeDifference> attributes) {
        return WholeObject.of(new Difference(
                version.object().key(), version.object().parent(), Change.UNEXPECTED, attributes, new TreeMap<>()));
    }

    private static List<AttributeDifference> differences(Attributes before, Attributes after) {
        TreeSet<String> names = new TreeSet<>(before.values().keySet());
        names.addAll(after.values().keySet());
        return names.stream()
                .map(name -> new AttributeDifference(name, before.get(name), after.get(name)))
                .filter(each -> !each.baseline().equals(each.target()))
                .filter(each ->
                        !(each.baseline().equals(Value.NULL) && each.target().equals(Value.NULL)))
                .toList();
    }
}
