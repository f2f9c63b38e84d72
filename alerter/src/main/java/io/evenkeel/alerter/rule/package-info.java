/** What people decided about drift: pure functions of rules, drifts and time. */
@NullMarked
package io.evenkeel.alerter.rule;

import org.jspecify.annotations.NullMarked;
