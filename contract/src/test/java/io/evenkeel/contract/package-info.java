/** Records for the tests of all modules. */
@NullMarked
package io.evenkeel.contract;

import org.jspecify.annotations.NullMarked;
