/** Tests of the drift words. */
@NullMarked
package io.evenkeel.contract.drift;

import org.jspecify.annotations.NullMarked;
