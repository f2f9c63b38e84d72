/** The whole, as a user meets it: processes started by the command line, on real servers. */
@NullMarked
package io.evenkeel.systemtest;

import org.jspecify.annotations.NullMarked;
