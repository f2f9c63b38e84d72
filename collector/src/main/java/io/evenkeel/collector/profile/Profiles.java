package io.evenkeel.collector.profile;

import java.util.List;
import java.util.Optional;

/**
 * The platforms that a database may be hosted on.
 *
 * @param candidates one of which may be recognised; the first that is wins
 * @param known the platform itself, where it is known beforehand
 */
public record Profiles(List<Profile> candidates, Optional<Profile> known) {
    /** The words that stand for no profile by name. */
    private static final String AUTO = "auto";

    private static final String NONE = "none";
    private static final List<String> NAMES = List.of("supabase", "rds", "cloud-sql", "azure", "neon", "heroku");
    private static final List<Profile> BUNDLED =
            NAMES.stream().map(ProfileFile::bundled).toList();

    /** Whatever is recognised. */
    public static final Profiles DETECTED = new Profiles(BUNDLED, Optional.empty());

    /** What Evenkeel itself keeps in a database: it is there beside any platform. */
    public static final Profile OWN = ProfileFile.bundled("evenkeel");

    public Profiles {
        candidates = List.copyOf(candidates);
    }

    /** What a setting says: auto, none, or a profile's name; empty if it is neither. */
    public static Optional<Profiles> of(String word) {
        return switch (word) {
            case AUTO -> Optional.of(DETECTED);
            case NONE -> Optional.of(new Profiles(List.of(), Optional.empty()));
            default ->
                BUNDLED.stream()
                        .filter(profile -> profile.name().equals(word))
                        .findFirst()
                        .map(profile -> new Profiles(List.of(), Optional.of(profile)));
        };
    }

    /** The words that a setting may say. */
    public static String words() {
        return AUTO + ", " + NONE + ", " + String.join(", ", NAMES);
    }

    /** Whether it depends on what is seen. */
    public boolean detects() {
        return !candidates.isEmpty();
    }

    /** The platform, seen what is there. */
    public Optional<Profile> at(Landmarks landmarks) {
        return known.or(() -> candidates.stream()
                .filter(profile -> profile.recognises(landmarks))
                .findFirst());
    }
}
