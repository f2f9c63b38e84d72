/** Generated worlds of objects for the tests of this module. */
@NullMarked
package io.evenkeel.analyzer;

import org.jspecify.annotations.NullMarked;
