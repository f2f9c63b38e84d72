/** The alerter as a service: its settings, and how its rooms are put together. */
@NullMarked
package io.evenkeel.alerter;

import org.jspecify.annotations.NullMarked;
