/** Tests of the diff. */
@NullMarked
package io.evenkeel.analyzer.diff;

import org.jspecify.annotations.NullMarked;
