package io.evenkeel.collector.read;

import io.evenkeel.collector.profile.Profiles;
import io.evenkeel.contract.catalog.Choice;
import java.util.Map;

/**
 * What of a catalog is read, and as what.
 *
 * @param profiles the platforms that may host the database
 * @param summarise whether what the platform owns is summarised instead of compared one by one
 * @param roles other names for roles, by the names that the server gives them
 * @param cluster whether what all databases of the server share is read too
 * @param kinds the kinds that are read
 * @param schemas the schemas whose objects are kept; what lies in no schema is kept anyway
 */
public record Selection(
        Profiles profiles,
        boolean summarise,
        Map<String, String> roles,
        boolean cluster,
        Choice kinds,
        Choice schemas) {
    /** Everything, under its own names, with whatever platform is recognised. */
    public static final Selection DEFAULT = new Selection(Profiles.DETECTED, true, Map.of(), true);

    public Selection {
        roles = Map.copyOf(roles);
    }

    /** Of all kinds and schemas. */
    public Selection(Profiles profiles, boolean summarise, Map<String, String> roles, boolean cluster) {
        this(profiles, summarise, roles, cluster, Choice.ALL, Choice.ALL);
    }

    /** The same with these kinds and schemas only. */
    public Selection choosing(Choice otherKinds, Choice otherSchemas) {
        return new Selection(profiles, summarise, roles, cluster, otherKinds, otherSchemas);
    }
}
