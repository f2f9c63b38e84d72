/** The one report model, how it is judged from the audit view, and its renderings for people and programs. */
@NullMarked
package io.evenkeel.alerter.report;

import org.jspecify.annotations.NullMarked;
