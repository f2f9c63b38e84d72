package io.evenkeel.collector.profile;

import io.evenkeel.runtime.settings.Globs;
import java.util.Map;
import java.util.Optional;

/**
 * Says of some objects whose they are.
 *
 * @param kinds that it is for
 * @param where names and attributes that all have to match
 * @param unless names and attributes of which none may match
 * @param verdict on those objects
 */
record Rule(Globs kinds, Map<String, Globs> where, Map<String, Globs> unless, Verdict verdict) {
    Rule {
        where = Map.copyOf(where);
        unless = Map.copyOf(unless);
    }

    /**
     * Whose an object is.
     *
     * @param component of the platform; absent: the schema that it lies in
     * @param summarised whether it counts in the platform's summary: what comes and goes by the day does not
     */
    record Verdict(boolean platform, Optional<String> component, boolean summarised) {
        static final Verdict USER = new Verdict(false, Optional.empty(), false);
        static final Verdict PLATFORM = new Verdict(true, Optional.empty(), true);
    }

    boolean fits(Described object) {
        return kinds.match(object.kind())
                && where.entrySet().stream().allMatch(one -> object.matches(one.getKey(), one.getValue()))
                && unless.entrySet().stream().noneMatch(one -> object.matches(one.getKey(), one.getValue()));
    }
}
