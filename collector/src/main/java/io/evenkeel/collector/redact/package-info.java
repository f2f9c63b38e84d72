/** Secrets in what was read, replaced by keyed hashes before anything else sees them; pure functions of a text and a key. */
@NullMarked
package io.evenkeel.collector.redact;

import org.jspecify.annotations.NullMarked;
