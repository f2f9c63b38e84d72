/** A generic webhook: CloudEvents in a JSON batch, signed as Standard Webhooks asks. */
@NullMarked
package io.evenkeel.alerter.notify.webhook;

import org.jspecify.annotations.NullMarked;
