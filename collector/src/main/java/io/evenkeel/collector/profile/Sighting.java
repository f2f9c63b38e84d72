package io.evenkeel.collector.profile;

import java.util.List;

/** Roles and schemas that are there together on one platform only. */
record Sighting(List<String> roles, List<String> schemas) {
    Sighting {
        roles = List.copyOf(roles);
        schemas = List.copyOf(schemas);
    }

    boolean fits(Landmarks landmarks) {
        return landmarks.roles().containsAll(roles)
                && landmarks.schemas().keySet().containsAll(schemas);
    }
}
