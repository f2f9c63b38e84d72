package io.evenkeel.cli;

import io.evenkeel.collector.read.Reading;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a database holds anything at all. A clean report is a claim that an empty one cannot support: mostly it is not the
 * one that was meant.
 */
final class Emptiness {
    private static final Set<String> MADE = Set.of("structure", "code");

    private Emptiness() {}

    /** The reading, or that it found nothing that anybody made. */
    static Reading refused(Reading reading) {
        return reading instanceof Reading.Complete complete && isEmpty(complete)
                ? new Reading.Failed(
                        new Failure(
                                UnknownReason.WRONG_DATABASE,
                                "the database " + complete.server().database()
                                        + " holds no table, view, function or type: expected the one whose drift is looked for"))
                : reading;
    }

    private static boolean isEmpty(Reading.Complete reading) {
        Set<ObjectKind> made = reading.kinds().stream()
                .filter(kind -> MADE.contains(kind.category()))
                .map(KindDescriptor::kind)
                .collect(Collectors.toSet());
        boolean lookedEverywhere =
                reading.kinds().stream().allMatch(kind -> kind.schemas().isEmpty())
                        && reading.unread().stream().noneMatch(gap -> made.contains(gap.kind()));
        // of one name are extensions, languages and schemas, which every database has
        return lookedEverywhere
                && reading.objects().keySet().stream()
                        .noneMatch(key ->
                                made.contains(key.kind()) && key.identity().size() > 1);
    }
}
