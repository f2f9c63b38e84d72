package io.evenkeel.collector.profile;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * By what a platform is recognised, under the names that the server gives them.
 *
 * @param roles of the server
 * @param schemas of the database, with their owners
 */
public record Landmarks(Set<String> roles, Map<String, String> schemas) {
    public Landmarks {
        roles = Set.copyOf(roles);
        schemas = Map.copyOf(new TreeMap<>(schemas));
    }
}
