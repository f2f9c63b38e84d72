package io.evenkeel.collector.query;

/** What the prefix of a result column says of it. */
public final class Columns {
    /** The relation that the row tells of: for the reading alone, it never leaves the collector. */
    public static final String RELATION_OID = "_oid";

    private static final String IDENTITY = "id_";
    private static final String CARRIED = "_";

    private Columns() {}

    /** Part of the object's identity, in the order of the columns. */
    public static boolean isIdentity(String column) {
        return column.startsWith(IDENTITY);
    }

    /** The column that holds that part of the identity. */
    static String identity(String word) {
        return IDENTITY + word;
    }

    /** Shown, and never compared. */
    public static boolean isCarried(String column) {
        return column.startsWith(CARRIED);
    }

    /** The attribute's name: the column without the mark of a carried one. */
    public static String attribute(String column) {
        return isCarried(column) ? column.substring(CARRIED.length()) : column;
    }
}
