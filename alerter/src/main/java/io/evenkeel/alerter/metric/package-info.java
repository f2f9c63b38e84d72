/** What Prometheus is told: counts and states, never names of objects. */
@NullMarked
package io.evenkeel.alerter.metric;

import org.jspecify.annotations.NullMarked;
