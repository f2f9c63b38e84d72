/** Compares two snapshots, or one group of their objects, from diff through fold to a judged finding. */
@NullMarked
package io.evenkeel.analyzer.compare;

import org.jspecify.annotations.NullMarked;
