package io.evenkeel.alerter.notify;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.cause.Cause;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.drift.Attribution;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Messages about drifts that were told before: one column and one policy, opened together. */
public final class Told {
    public static final Drift COLUMN = Drifts.drift(
                    Severity.WARNING,
                    Change.DIFFERENT,
                    List.of(Drifts.texts("type", "integer", "bigint")),
                    new TreeMap<>(),
                    "column",
                    "public",
                    "t",
                    "c")
            .from(Optional.of(new Attribution(
                    Samples.PRODUCTION,
                    Samples.NOON.minusSeconds(10),
                    Samples.NOON.plusSeconds(1),
                    Optional.of(new Witnessed(
                            Samples.NOON,
                            "ALTER TABLE",
                            Optional.of("public.t"),
                            "anna",
                            "anna",
                            Optional.of("psql"),
                            Optional.of("192.0.2.7"),
                            0)))));
    public static final Drift POLICY = Drifts.drift(Severity.CRITICAL, Change.MISSING, "policy", "public", "t", "p");
    public static final DriftEvent COLUMN_RESOLVED = Drifts.event(COLUMN, DriftEvent.Type.RESOLVED, Samples.NOON);
    public static final DriftEvent POLICY_RESOLVED = Drifts.event(POLICY, DriftEvent.Type.RESOLVED, Samples.NOON);
    public static final DriftEvent POLICY_CHANGED = Drifts.event(POLICY, DriftEvent.Type.CHANGED, Samples.NOON);

    /** The migration that the policy comes from. */
    private static final Cause CAUSE = new Cause(
            ObjectKey.of(List.of("migration", "flyway", "public", "history", "42")),
            "42 row security",
            Samples.STAGING,
            Samples.PRODUCTION,
            0,
            true,
            Optional.of(Samples.NOON));

    private Told() {}

    /** Of anything but the policy nothing is known. */
    static Optional<Cause> cause(Drift drift) {
        return drift.id().equals(POLICY.id()) ? Optional.of(CAUSE) : Optional.empty();
    }

    public static Message opened() {
        return message("msg_opened", List.of(), Drifts.opened(COLUMN), Drifts.opened(POLICY));
    }

    /** One of the two is gone. */
    public static Message partly(String reference) {
        return message("msg_partly", before(reference, COLUMN_RESOLVED, Drifts.opened(POLICY)), COLUMN_RESOLVED);
    }

    /** One of the two has another shape. */
    public static Message changed(String reference) {
        return message("msg_changed", before(reference, Drifts.opened(COLUMN), POLICY_CHANGED), POLICY_CHANGED);
    }

    /** Both are gone, and another one has come. */
    public static Message over(String reference) {
        Drift other = Drifts.drift(Severity.WARNING, Change.UNEXPECTED, "index", "public", "i");
        return message(
                "msg_over", before(reference, COLUMN_RESOLVED, POLICY_RESOLVED), POLICY_RESOLVED, Drifts.opened(other));
    }

    private static List<Conversation> before(String reference, DriftEvent... events) {
        return List.of(new Conversation(
                "msg_opened", Optional.of(reference).filter(text -> !text.isEmpty()), List.of(events), Tally.NONE));
    }

    /** Events of which those that no conversation is about are fresh. */
    static Message message(String id, List<Conversation> before, DriftEvent... events) {
        Set<String> told = before.stream()
                .flatMap(conversation -> conversation.events().stream())
                .map(event -> event.drift().id())
                .collect(Collectors.toSet());
        Digest all = new Digest(List.of(events), Tally.NONE);
        Message message = new Message(id, Drifts.PRODUCTION, all, all, before, Set.of());
        List<DriftEvent> fresh = message.latest().events().stream()
                .filter(event -> !told.contains(event.drift().id()))
                .toList();
        return new Message(id, Drifts.PRODUCTION, all, new Digest(fresh, Tally.NONE), before, Set.of());
    }
}
