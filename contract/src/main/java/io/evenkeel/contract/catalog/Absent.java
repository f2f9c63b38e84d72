package io.evenkeel.contract.catalog;

/** What stands for fields that records of older versions do not have. */
public final class Absent {
    /** The name under which the reader of JSON injects an empty {@link java.util.Optional}. */
    public static final String FIELD = "absent";

    /** The same for a second such field of one record: Jackson wants another name for each. */
    public static final String SECOND_FIELD = "absent too";

    /** For a third. */
    public static final String THIRD_FIELD = "absent as well";

    private Absent() {}
}
