/** Tests of the wire words. */
@NullMarked
package io.evenkeel.contract.wire;

import org.jspecify.annotations.NullMarked;
