/** A real Kafka broker and a real PostgreSQL server that this process starts, keeps and stops by itself. */
@NullMarked
package io.evenkeel.embedded;

import org.jspecify.annotations.NullMarked;
