/** Publishes what changed in one environment to its topic, in one transaction a snapshot, closed by a marker in each partition. */
@NullMarked
package io.evenkeel.collector.publish;

import org.jspecify.annotations.NullMarked;
