/** How receivers are reached: to addresses that are allowed, bounded in time and size, by way of a proxy if there is one. */
@NullMarked
package io.evenkeel.alerter.notify.http;

import org.jspecify.annotations.NullMarked;
