/** Microsoft Teams: adaptive cards, posted to the address of a workflow. */
@NullMarked
package io.evenkeel.alerter.notify.teams;

import org.jspecify.annotations.NullMarked;
