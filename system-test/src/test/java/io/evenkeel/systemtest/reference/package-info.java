/** Reference pages that are generated from the program, and held equal to it. */
@NullMarked
package io.evenkeel.systemtest.reference;

import org.jspecify.annotations.NullMarked;
