package io.evenkeel.collector;

import io.evenkeel.collector.profile.Profiles;
import io.evenkeel.collector.read.Selection;
import io.evenkeel.runtime.settings.Section;
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
                section.truth("cluster", true));
    }

    private static Map<String, String> roles(Section section) {
        Map<String, String> roles = section.map("roles");
        if (Set.copyOf(roles.values()).size() < roles.size()) {
            section.problem("roles", "another name for each role", "one name for two roles", "");
        }
        return roles;
    }
}
