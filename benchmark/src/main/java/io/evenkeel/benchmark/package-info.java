/** Measures Evenkeel side by side with other programs, in one run on one machine. */
@NullMarked
package io.evenkeel.benchmark;

import org.jspecify.annotations.NullMarked;
