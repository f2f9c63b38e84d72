/** Tests of the comparison. */
@NullMarked
package io.evenkeel.analyzer.compare;

import org.jspecify.annotations.NullMarked;
