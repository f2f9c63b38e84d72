/** Opsgenie and Jira Service Management: an alert for what was found together, closed when all of it is resolved. */
@NullMarked
package io.evenkeel.alerter.notify.opsgenie;

import org.jspecify.annotations.NullMarked;
