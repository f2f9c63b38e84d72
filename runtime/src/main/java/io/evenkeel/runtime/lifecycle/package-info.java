/** Starting, repeating and stopping work without losing errors. */
@NullMarked
package io.evenkeel.runtime.lifecycle;

import org.jspecify.annotations.NullMarked;
