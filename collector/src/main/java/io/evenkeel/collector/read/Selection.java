package io.evenkeel.collector.read;

import io.evenkeel.collector.profile.Profiles;
import java.util.Map;

/**
 * What of a catalog is read, and as what.
 *
 * @param profiles the platforms that may host the database
 * @param summarise whether what the platform owns is summarised instead of compared one by one
 * @param roles other names for roles, by the names that the server gives them
 * @param cluster whether what all databases of the server share is read too
 */
public record Selection(Profiles profiles, boolean summarise, Map<String, String> roles, boolean cluster) {
    /** Everything, under its own names, with whatever platform is recognised. */
    public static final Selection DEFAULT = new Selection(Profiles.DETECTED, true, Map.of(), true);

    public Selection {
        roles = Map.copyOf(roles);
    }
}
