package io.evenkeel.collector.profile;

import io.evenkeel.contract.catalog.ObjectKind;

/** The kinds of a platform's summaries; their files in {@code catalog/} describe them and read nothing. */
public final class SummaryKinds {
    private static final ObjectKind OF_THE_DATABASE = new ObjectKind("platform_component");
    private static final ObjectKind OF_THE_CLUSTER = new ObjectKind("platform_cluster");

    private SummaryKinds() {}

    /** The kind of the summaries in which objects of that kind count. */
    public static ObjectKind of(ObjectKind kind, KindFacts facts) {
        return facts.clusterWide().contains(kind) ? OF_THE_CLUSTER : OF_THE_DATABASE;
    }
}
