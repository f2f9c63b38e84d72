package io.evenkeel.contract.catalog;

/**
 * To whom an object belongs, as a carried attribute. Without it an object is the user's. What a hosting platform owns and
 * changes by itself is not compared object by object: the collector adds a summary of each of the platform's components.
 */
public final class OwnerClass {
    /** The name of the carried attribute. */
    public static final String ATTRIBUTE = "owner_class";

    /** Its value on what the platform owns. */
    public static final Value PLATFORM = new Value.Text("platform");

    private OwnerClass() {}

    /** Whether the object belongs to the platform that hosts the database. */
    public static boolean isPlatform(CatalogObject object) {
        return PLATFORM.equals(object.carried().get(ATTRIBUTE));
    }
}
