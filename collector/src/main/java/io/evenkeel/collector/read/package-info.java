/** One PostgreSQL server's catalog, read in short transactions and believed only when validated; the only package that sees JDBC. */
@NullMarked
package io.evenkeel.collector.read;

import org.jspecify.annotations.NullMarked;
