package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.KindDescriptor;
import java.util.function.Predicate;

/** Reading the audit database: the view of now, kept in memory, and past events. Thread-safe. */
public final class AuditTrail {
    private final AuditDatabase database;
    private final ViewLoader loader;
    private volatile AuditView view = AuditView.EMPTY;

    /**
     * @param measuresData which kinds are volumes of data, shown beside the drift
     * @param migrates which kinds are applied migrations
     */
    public AuditTrail(
            AuditDatabase database, Predicate<KindDescriptor> measuresData, Predicate<KindDescriptor> migrates) {
        this.database = database;
        this.loader = new ViewLoader(measuresData, migrates);
    }

    /** What the database held after the last batch. */
    public AuditView view() {
        return view;
    }

    /** Loads everything. */
    public void load() {
        refresh(true, DriftChanges.ALL);
    }

    synchronized void refresh(boolean objectsToo, DriftChanges drifts) {
        view = database.transaction(connection -> loader.load(connection, view, objectsToo, drifts));
    }
}
