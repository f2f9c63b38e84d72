/** The outbox: grouping, sending, repeating and giving up, for each receiver by itself. */
@NullMarked
package io.evenkeel.alerter.deliver;

import org.jspecify.annotations.NullMarked;
