/** Dashboards, rules and notifiers held against the real Prometheus and Alertmanager of the operating system. */
@NullMarked
package io.evenkeel.systemtest.peers;

import org.jspecify.annotations.NullMarked;
