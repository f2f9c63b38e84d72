package io.evenkeel.collector.read;

import io.evenkeel.collector.profile.KindFacts;
import io.evenkeel.collector.profile.Landmarks;
import io.evenkeel.collector.profile.Profile;
import io.evenkeel.collector.profile.Profiles;
import io.evenkeel.collector.query.IdentityColumns;
import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.catalog.Choice;
import io.evenkeel.contract.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one reading reads of a server's catalog, and whose it takes it for.
 *
 * @param files of all kinds that this server's major has
 * @param cluster whether what all databases of the server share is read too
 * @param kinds that are read
 * @param schemas whose objects are kept
 * @param profile of the platform, if there is one
 * @param summarised the profile by which objects are told apart: the platform's, if its objects are summarised, and Evenkeel's own
 */
record Plan(
        List<KindFile> files,
        boolean cluster,
        Choice kinds,
        Choice schemas,
        Landmarks landmarks,
        Optional<Profile> profile,
        Optional<Profile> summarised) {
    private static final String MEASUREMENTS = "data";

    Plan {
        files = List.copyOf(files);
    }

    static Plan of(Session session, KindLibrary library, Selection selection, int major) throws SQLException {
        List<KindFile> files = library.forMajor(major);
        Landmarks landmarks = LandmarkQuery.run(session);
        Optional<Profile> platform = selection.profiles().at(landmarks);
        return new Plan(
                files,
                selection.cluster(),
                selection.kinds(),
                selection.schemas(),
                landmarks,
                platform,
                classifying(platform.filter(found -> selection.summarise()), landmarks));
    }

    /** Kinds all of whose files read what the whole server shares; of others, such as grants, one file may. */
    private Set<ObjectKind> clusterWide() {
        Set<ObjectKind> kinds = files.stream().map(KindFile::kind).collect(Collectors.toSet());
        files.stream().filter(file -> !file.clusterWide()).map(KindFile::kind).forEach(kinds::remove);
        return kinds;
    }

    List<KindFile> toRead() {
        return files.stream()
                .filter(file -> cluster || !file.clusterWide())
                .filter(file -> kinds.holds(file.kind().name()))
                .toList();
    }

    /** The kinds that the settings leave out by name; what lies in their objects is left out with them. */
    Set<ObjectKind> unchosen() {
        return files.stream()
                .map(KindFile::kind)
                .filter(kind -> !kinds.holds(kind.name()))
                .collect(Collectors.toSet());
    }

    /** The kinds that are left out because all databases of the server share them. */
    Set<ObjectKind> unshared() {
        return cluster ? Set.of() : clusterWide();
    }

    private static Optional<Profile> classifying(Optional<Profile> platform, Landmarks landmarks) {
        return Profiles.OWN.recognises(landmarks)
                ? Optional.of(platform.map(Profiles.OWN::over).orElse(Profiles.OWN))
                : platform;
    }

    /** Whether nobody wants to know of the relations in that schema one by one: the platform's, or one left out. */
    boolean isElses(String schema) {
        return summarised.filter(found -> found.hasSchema(schema)).isPresent() || !schemas.holds(schema);
    }

    /** Whether what lies in that schema is read: where it is wanted, or counts in the platform's summary. */
    boolean reads(String schema) {
        return schemas.holds(schema)
                || summarised().filter(found -> found.hasSchema(schema)).isPresent();
    }

    /** Whether objects of the kind may count in a summary: relations of the platform's are not even searched for. */
    boolean mayBePlatforms(ObjectKind kind) {
        return files.stream()
                .filter(file -> file.kind().equals(kind))
                .anyMatch(file -> file.requires().isEmpty() && !measures(file));
    }

    private static boolean measures(KindFile file) {
        return file.descriptor().category().equals(MEASUREMENTS);
    }

    KindFacts facts(Map<ObjectKind, IdentityColumns> identities) {
        return new KindFacts(
                identities,
                files.stream().filter(Plan::measures).map(KindFile::kind).collect(Collectors.toSet()),
                clusterWide());
    }
}
