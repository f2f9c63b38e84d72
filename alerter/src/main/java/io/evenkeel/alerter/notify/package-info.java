/** Ways to tell people: what a notifier is asked to do, what may come of it, and the HTTP they share. */
@NullMarked
package io.evenkeel.alerter.notify;

import org.jspecify.annotations.NullMarked;
