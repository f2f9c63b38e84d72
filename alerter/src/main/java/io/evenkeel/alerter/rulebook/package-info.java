/** Where rules come from: files, read again when they change, and records in the audit database. */
@NullMarked
package io.evenkeel.alerter.rulebook;

import org.jspecify.annotations.NullMarked;
