/** What stands in a PostgreSQL catalog, as plain values: kind, identity, attributes. */
@NullMarked
package io.evenkeel.contract.catalog;

import org.jspecify.annotations.NullMarked;
