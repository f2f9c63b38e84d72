package io.evenkeel.alerter.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.snapshot.Access;
import io.evenkeel.contract.snapshot.Consistency;
import io.evenkeel.contract.snapshot.ServerChange;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One environment of a report.
 *
 * @param serverVersion such as {@code 17.11}; absent before the first answer
 * @param profile the platform that hosts it, such as {@code supabase}; absent where none is known
 * @param objects how many objects its last snapshot holds
 * @param readAt the last instant for which that snapshot is known to be true (UTC)
 * @param access what is worth a word about the way it is read
 * @param readDuration how long the last full reading took
 * @param serverChange what last happened to the server behind its name
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Side(
        Environment environment,
        Optional<String> serverVersion,
        Optional<String> profile,
        Optional<String> database,
        Optional<String> role,
        long objects,
        Optional<Instant> readAt,
        Optional<Duration> readDuration,
        Optional<Consistency> consistency,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Access> access,
        Optional<ServerChange> serverChange) {
    public Side {
        access = List.copyOf(access);
    }

    /** An environment that nothing is known of. */
    public static Side unseen(Environment environment) {
        return new Side(
                environment,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** What the role may do beyond what reading needs, for people; empty if nothing. */
    public String excess() {
        return access.stream().filter(Access::isExcess).map(Access::phrase).collect(Collectors.joining(", "));
    }

    /** Server and platform for people; empty where nothing is known of them. */
    public Optional<String> server() {
        return serverVersion.map(version -> "PostgreSQL " + version
                + profile.map(platform -> ", " + platform).orElse(""));
    }

    /** What the newest markers of all slices of an environment say together. */
    public static Side of(Environment environment, Collection<SnapshotMarker> slices) {
        return slices.stream()
                .max(Comparator.comparingLong(SnapshotMarker::epoch).thenComparingLong(SnapshotMarker::sequence))
                .map(newest -> of(
                        newest,
                        slices.stream()
                                .mapToLong(each -> each.slice().objects())
                                .sum()))
                .orElseGet(() -> unseen(environment));
    }

    private static Side of(SnapshotMarker marker, long objects) {
        return new Side(
                marker.environment(),
                marker.server().map(ServerIdentity::version),
                marker.server().flatMap(ServerIdentity::profile),
                marker.server().map(ServerIdentity::database),
                marker.server().map(ServerIdentity::role),
                objects,
                marker.readAt(),
                marker.readAt().map(read -> marker.readDuration()),
                marker.readAt().map(read -> marker.consistency()),
                marker.server().flatMap(ServerIdentity::access).orElse(List.of()),
                marker.serverChange());
    }
}
