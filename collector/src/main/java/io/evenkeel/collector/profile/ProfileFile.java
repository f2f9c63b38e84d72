package io.evenkeel.collector.profile;

import io.evenkeel.runtime.settings.Globs;
import io.evenkeel.runtime.settings.Section;
import io.evenkeel.runtime.settings.SettingsFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the YAML of one profile; {@code $roles} and {@code $schemas} stand for the profile's own lists. */
final class ProfileFile {
    private final Section root;
    private final Map<String, List<String>> lists = new HashMap<>();

    private ProfileFile(Section root) {
        this.root = root;
        lists.put("$roles", root.texts("roles"));
        lists.put("$schemas", root.texts("schemas"));
    }

    /** One that comes with Evenkeel. */
    static Profile bundled(String name) {
        String file = name + ".yaml";
        try (InputStream in = Objects.requireNonNull(ProfileFile.class.getResourceAsStream("/profile/" + file), file)) {
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("profile " + file + " cannot be read", unreadable);
        }
    }

    /** Throws with all problems of the text. */
    static Profile parse(String name, String yaml) {
        Section root = SettingsFile.parse("profile " + name + ".yaml", yaml, Map.of());
        Profile profile = new ProfileFile(root).profile(name);
        root.check();
        return profile;
    }

    private Profile profile(String name) {
        root.requiredText("description");
        List<Sighting> sightings = root.list("detect").stream()
                .map(section -> new Sighting(section.texts("roles"), section.texts("schemas")))
                .toList();
        if (sightings.isEmpty()) {
            root.problem("detect", "a list of roles and schemas", "none", "say how the platform is recognised");
        }
        return new Profile(
                name,
                sightings,
                globs(root.texts("schemas")),
                globs(root.texts("owners")),
                root.list("rules").stream().map(this::rule).toList());
    }

    private Rule rule(Section section) {
        boolean platform = section.requiredText("is").equals("platform");
        if (!platform && !section.text("is", "").equals("user")) {
            section.problem("is", "platform or user", "'" + section.text("is", "") + "'", "");
        }
        List<String> kinds = section.texts("kinds");
        return new Rule(
                globs(kinds.isEmpty() ? List.of("*") : kinds),
                conditions(section, "where"),
                conditions(section, "unless"),
                new Rule.Verdict(platform, component(section), section.truth("summarised", true)));
    }

    private static Optional<String> component(Section section) {
        return section.text("component").filter(word -> !word.isBlank());
    }

    private Map<String, Globs> conditions(Section section, String key) {
        Map<String, Globs> conditions = new HashMap<>();
        section.lists(key).forEach((word, patterns) -> conditions.put(word, globs(patterns)));
        return conditions;
    }

    private Globs globs(List<String> patterns) {
        List<String> all = new ArrayList<>();
        patterns.forEach(pattern -> all.addAll(lists.getOrDefault(pattern, List.of(pattern))));
        return Globs.of(all);
    }
}
