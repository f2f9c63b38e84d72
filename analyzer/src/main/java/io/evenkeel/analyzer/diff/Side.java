package io.evenkeel.analyzer.diff;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.Unread;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one side of a comparison beside its objects.
 *
 * @param kinds that the side knows of, read or unread
 * @param unread the kinds, and parts of kinds, that could not be read
 * @param major of the server, such as 17; absent where no server told
 */
public record Side(Environment environment, List<KindDescriptor> kinds, List<Unread> unread, Optional<Integer> major) {
    public Side {
        kinds = List.copyOf(kinds);
        unread = List.copyOf(unread);
    }

    /** The side that a marker closes. */
    public static Side of(SnapshotMarker marker) {
        return new Side(
                marker.environment(),
                marker.kinds(),
                marker.unread(),
                marker.server().map(ServerIdentity::major));
    }
}
