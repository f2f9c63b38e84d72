package io.evenkeel.alerter.rule;

import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.runtime.settings.Section;
import io.evenkeel.runtime.settings.SettingsException;
import io.evenkeel.runtime.settings.SettingsFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads rules in YAML; docs/rules.md describes the form. */
public final class RuleReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,199}");
    /** What a generated file holds where a person has to write something. */
    public static final String PLACEHOLDER = "FILL-IN";

    private final Origin origin;
    private final String place;
    private final Set<String> names = new HashSet<>();

    private RuleReader(Origin origin, String place) {
        this.origin = origin;
        this.place = place;
    }

    /**
     * The rules of a text, in their order.
     *
     * @param place what stands for the text in messages
     * @throws SettingsException naming every problem
     */
    public static List<Rule> read(Origin origin, String place, String yaml) {
        Section root = SettingsFile.literal(place, yaml);
        RuleReader reader = new RuleReader(origin, place);
        List<Rule> rules = new ArrayList<>();
        for (Section section : root.list("rules")) {
            rules.add(reader.rule(section));
        }
        root.check();
        return List.copyOf(rules);
    }

    private Rule rule(Section section) {
        String name = section.requiredText("name");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            section.problem("name", "1 to 200 of a-z, 0-9, '.', '_' and '-'", "'" + name + "'", "");
        }
        if (!name.isEmpty() && !names.add(name)) {
            section.problem("name", "another name for each rule", "'" + name + "' again", "rename one of them");
        }
        Optional<Severity> severity = section.text("severity").flatMap(word -> MatchReader.severity(section, word));
        Optional<Fate> fate = fate(section);
        if (severity.isEmpty() && fate.isEmpty() && !section.has("severity")) {
            section.problem("name", "a decision", "none", "add one of severity, ignore, accept, hold");
        }
        Optional<String> reason = section.text("reason");
        String why = fate.flatMap(Fate::accepted).map(Acceptance::reason).orElse(reason.orElse(""));
        return new Rule(name, origin, place + ":" + section.line(), MatchReader.read(section), severity, fate, why);
    }

    private static Optional<Fate> fate(Section section) {
        List<Fate> fates = new ArrayList<>();
        if (section.truth("ignore", false)) {
            fates.add(new Fate.Ignore());
        }
        if (section.has("accept")) {
            Section accept = section.section("accept");
            fates.add(new Fate.Accept(
                    new Acceptance(until(accept), written(accept, "owner"), written(accept, "reason"))));
        }
        if (section.has("hold")) {
            fates.add(new Fate.Hold(until(section.section("hold"))));
        }
        if (fates.size() > 1) {
            section.problem("name", "one of ignore, accept, hold", fates.size() + " of them", "keep one");
        }
        return fates.stream().findFirst();
    }

    private static String written(Section section, String key) {
        String text = section.requiredText(key);
        if (text.contains(PLACEHOLDER)) {
            section.problem(key, "what a person wrote", "the placeholder '" + text + "'", "fill it in");
        }
        return text;
    }

    /** A day counts to its end. */
    private static Instant until(Section section) {
        String text = section.requiredText("until");
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException notADate) {
            if (!text.isEmpty()) {
                section.problem(
                        "until",
                        "a day such as 2027-01-31 or a time such as 2027-01-31T18:00:00Z",
                        "'" + text + "'",
                        "");
            }
            return Instant.EPOCH;
        }
    }
}
