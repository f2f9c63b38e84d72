package io.evenkeel.contract.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a comparison that could not be measured.
 *
 * @param kind absent: the whole environment
 * @param detail one sentence for people, without secrets
 * @param objects how many objects of the kind it covers; 0: all of them
 * @param first some of these objects, by key; empty where all are covered
 * @param within the names that the identities of all that it covers begin with; empty: the whole kind
 */
@JsonDeserialize(using = UnknownDeserializer.class)
public record Unknown(
        Environment environment,
        Optional<ObjectKind> kind,
        UnknownReason reason,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long objects,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Unmeasured> first,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> within) {
    /** How many objects it names. */
    private static final int NAMED = 5;

    public Unknown {
        first = first.stream().limit(NAMED).toList();
        within = List.copyOf(within);
        if (objects < first.size()) {
            throw new IllegalArgumentException(
                    "an unknown names " + first.size() + " objects: expected at most as many as it covers, " + objects);
        }
    }

    /** Covers all objects of the kind, or the whole environment. */
    public Unknown(Environment environment, Optional<ObjectKind> kind, UnknownReason reason, String detail) {
        this(environment, kind, reason, detail, 0, List.of(), List.of());
    }

    /** Covers those objects of the kind. */
    public Unknown(
            Environment environment,
            ObjectKind kind,
            UnknownReason reason,
            String detail,
            long objects,
            List<Unmeasured> first) {
        this(environment, Optional.of(kind), reason, detail, objects, first, List.of());
    }

    /** Covers what a reading could not read. */
    public static Unknown of(Environment environment, Unread unread) {
        return new Unknown(
                environment,
                Optional.of(unread.kind()),
                unread.reason(),
                unread.detail(),
                0,
                List.of(),
                unread.within().orElse(List.of()));
    }

    /** Whether somebody wanted it so: it is told, and nothing is in doubt because of it. */
    public boolean byChoice() {
        return reason.byChoice();
    }

    /** Whether both tell the same of one kind, of one part of it or of one environment, if of different objects. */
    public boolean concerns(Unknown other) {
        return environment.equals(other.environment)
                && kind.equals(other.kind)
                && reason == other.reason
                && within.equals(other.within);
    }

    /** Both as one. Of two parts of a kind it is the sum; a whole one covers the other. */
    public Unknown and(Unknown other) {
        if (objects == 0 || other.objects == 0) {
            return objects == 0 ? this : other;
        }
        List<Unmeasured> both = Stream.concat(first.stream(), other.first.stream())
                .sorted((one, two) -> one.key().compareTo(two.key()))
                .toList();
        return new Unknown(environment, kind, reason, detail, objects + other.objects, both, within);
    }

    /** The detail and what it covers, for people. */
    public String sentence() {
        if (objects == 0) {
            return within.isEmpty() ? detail : String.join(".", within) + ": " + detail;
        }
        String named = first.stream().map(each -> ", " + each).collect(Collectors.joining());
        return detail + ": " + objects + (objects == 1 ? " object" : " objects") + named
                + (objects > first.size() ? ", ..." : "");
    }
}
