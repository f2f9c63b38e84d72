/** PagerDuty: an alert for what was found together, resolved when all of it is, and change events for migrations. */
@NullMarked
package io.evenkeel.alerter.notify.pagerduty;

import org.jspecify.annotations.NullMarked;
