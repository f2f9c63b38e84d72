package io.evenkeel.collector.profile;

import io.evenkeel.runtime.settings.Globs;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of one platform.
 *
 * @param name as in the settings
 * @param sightings any of which tells that a database is hosted there
 * @param schemas the platform's; what lies in them is the platform's too
 * @param owners roles that own what is the platform's: in a schema of theirs, what others own is the user's
 * @param rules what else is whose; the first that fits decides
 */
public record Profile(String name, List<Sighting> sightings, Globs schemas, Globs owners, List<Rule> rules) {
    public Profile {
        sightings = List.copyOf(sightings);
        rules = List.copyOf(rules);
    }

    /** Both platforms, where one is hosted on the other: this one's rules come first. */
    public Profile over(Profile other) {
        return new Profile(
                other.name,
                other.sightings,
                Globs.of(Stream.concat(schemas.patterns().stream(), other.schemas.patterns().stream())
                        .toList()),
                other.owners,
                Stream.concat(rules.stream(), other.rules.stream()).toList());
    }

    /** Whether the platform is there. */
    public boolean recognises(Landmarks landmarks) {
        return sightings.stream().anyMatch(sighting -> sighting.fits(landmarks));
    }

    /** Whether the schema is the platform's. */
    public boolean hasSchema(String schema) {
        return schemas.match(schema);
    }

    Optional<Rule.Verdict> ruled(Described object) {
        return rules.stream().filter(rule -> rule.fits(object)).findFirst().map(Rule::verdict);
    }
}
