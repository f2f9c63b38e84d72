/** What operators are handed: the SQL of the least-privilege role and the example settings. */
@NullMarked
package io.evenkeel.systemtest.deploy;

import org.jspecify.annotations.NullMarked;
