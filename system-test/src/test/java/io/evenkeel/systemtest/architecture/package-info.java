/** The rules of the house, each with its reason. */
@NullMarked
package io.evenkeel.systemtest.architecture;

import org.jspecify.annotations.NullMarked;
