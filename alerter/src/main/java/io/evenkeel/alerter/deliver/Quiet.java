package io.evenkeel.alerter.deliver;

import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Drift;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time in which people do not want to be told of some drifts. Whatever matcher is absent stands for anything.
 *
 * @param object a pattern for the name of the object, with {@code *} and {@code ?}
 * @param from since when (UTC)
 * @param until when it is over (UTC): what is still open then is told
 */
public record Quiet(
        Type type,
        Optional<String> baseline,
        Optional<String> target,
        Optional<String> kind,
        Optional<String> object,
        String author,
        String reason,
        Instant from,
        Instant until) {
    /** Why it is quiet. */
    public enum Type {
        /** Nothing new is told; what ends is. */
        SILENCE,
        /** Somebody cares for what is open: nothing more is told of it but its end. What opens later is told. */
        ACKNOWLEDGEMENT,
        /** Something is being deployed: nothing at all is told, and afterwards what came of it. */
        WINDOW;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Quiet {
        if (author.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a " + type.word() + " needs an author and a reason, found none");
        }
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a " + type.word() + " must end after it starts, at " + from
                    + ": expected a later time, found " + until);
        }
    }

    /** Whether the drift is not to be told because of it. */
    boolean covers(Drift drift) {
        return covers(drift.comparison())
                && kind.map(drift.difference().key().kind().name()::equals).orElse(true)
                && object.map(pattern -> matches(
                                pattern,
                                String.join(".", drift.difference().key().identity())))
                        .orElse(true)
                && (type != Type.ACKNOWLEDGEMENT || !drift.openedAt().isAfter(from));
    }

    /** Whether not even the end of a drift is to be told. */
    boolean covers(Comparison comparison) {
        return baseline.map(comparison.baseline().name()::equals).orElse(true)
                && target.map(comparison.target().name()::equals).orElse(true);
    }

    private static boolean matches(String pattern, String name) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.DOTALL).matcher(name).matches();
    }
}
