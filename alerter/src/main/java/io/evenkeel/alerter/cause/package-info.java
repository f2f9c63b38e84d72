/** Which drifts a migration makes, and which migrations are under way: pure functions of what is known of migrations. */
@NullMarked
package io.evenkeel.alerter.cause;

import org.jspecify.annotations.NullMarked;
