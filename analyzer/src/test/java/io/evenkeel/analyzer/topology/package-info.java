/** Tests of the topology, record by record. */
@NullMarked
package io.evenkeel.analyzer.topology;

import org.jspecify.annotations.NullMarked;
