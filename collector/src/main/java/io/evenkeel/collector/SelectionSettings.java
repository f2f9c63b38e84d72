package io.evenkeel.collector;

import io.evenkeel.collector.profile.Profiles;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.collector.read.Selection;
import io.evenkeel.contract.catalog.Choice;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.runtime.settings.Globs;
import io.evenkeel.runtime.settings.Nearest;
import io.evenkeel.runtime.settings.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The part of an environment's settings that says what is read, and as what. */
final class SelectionSettings {
    private static final String SUMMARISE = "summarise";
    private static final String COMPARE = "compare";

    private SelectionSettings() {}

    /** Reads it; problems are noted in the section. */
    static Selection from(Section section) {
        String profile = section.text("profile", "auto");
        Optional<Profiles> profiles = Profiles.of(profile);
        if (profiles.isEmpty()) {
            section.problem("profile", "one of " + Profiles.words(), "'" + profile + "'", "");
        }
        String platform = section.text("platform", SUMMARISE);
        if (!Set.of(SUMMARISE, COMPARE).contains(platform)) {
            section.problem("platform", SUMMARISE + " or " + COMPARE, "'" + platform + "'", "");
        }
        return new Selection(
                profiles.orElse(Profiles.DETECTED),
                platform.equals(SUMMARISE),
                roles(section),
                section.truth("cluster", true),
                kinds(section.section("kinds")),
                choice(section.section("schemas")));
    }

    private static Choice choice(Section section) {
        return new Choice(section.texts("include"), section.texts("exclude"));
    }

    private static Choice kinds(Section section) {
        Choice choice = choice(section);
        if (!choice.isAll()) {
            List<String> known =
                    KindLibrary.bundled().kinds().stream().map(ObjectKind::name).toList();
            check(section, "include", choice.include(), known);
            check(section, "exclude", choice.exclude(), known);
        }
        return choice;
    }

    /** A pattern that fits nothing leaves out nothing, or everything: most likely it is misspelt. */
    private static void check(Section section, String key, List<String> patterns, List<String> known) {
        for (String pattern : patterns) {
            if (!pattern.startsWith(KindLibrary.OWN_PREFIX)
                    && known.stream().noneMatch(Globs.of(List.of(pattern))::match)) {
                String remedy = Nearest.to(pattern, known)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("docs/kinds.md lists them");
                section.problem(key, "names of kinds", "'" + pattern + "'", remedy);
            }
        }
    }

    private static Map<String, String> roles(Section section) {
        Map<String, String> roles = section.map("roles");
        if (Set.copyOf(roles.values()).size() < roles.size()) {
            section.problem("roles", "another name for each role", "one name for two roles", "");
        }
        return roles;
    }
}
