/** Runs the pure parts on Kafka Streams, exactly once; the only package that sees Kafka Streams. */
@NullMarked
package io.evenkeel.analyzer.topology;

import org.jspecify.annotations.NullMarked;
