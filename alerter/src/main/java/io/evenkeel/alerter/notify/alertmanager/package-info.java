/** Prometheus Alertmanager, API v2: open drifts are alerts that are told again and again until they are resolved. */
@NullMarked
package io.evenkeel.alerter.notify.alertmanager;

import org.jspecify.annotations.NullMarked;
