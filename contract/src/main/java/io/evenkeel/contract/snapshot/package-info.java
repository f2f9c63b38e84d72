/** What one reading of one environment covered, and what it could not. */
@NullMarked
package io.evenkeel.contract.snapshot;

import org.jspecify.annotations.NullMarked;
