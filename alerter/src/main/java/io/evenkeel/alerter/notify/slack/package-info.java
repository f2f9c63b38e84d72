/** Slack: messages of Block Kit, by an incoming webhook, or by a bot that keeps its messages up to date. */
@NullMarked
package io.evenkeel.alerter.notify.slack;

import org.jspecify.annotations.NullMarked;
