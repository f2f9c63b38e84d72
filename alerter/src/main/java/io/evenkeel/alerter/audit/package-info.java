/** The audit database: what the topics said, stored exactly once, and the view of it that everybody reads. */
@NullMarked
package io.evenkeel.alerter.audit;

import org.jspecify.annotations.NullMarked;
