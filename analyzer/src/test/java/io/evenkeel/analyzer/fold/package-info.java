/** Tests of the fold. */
@NullMarked
package io.evenkeel.analyzer.fold;

import org.jspecify.annotations.NullMarked;
