/** Gives differences a life: opened, changed, resolved, each told exactly once. */
@NullMarked
package io.evenkeel.analyzer.ledger;

import org.jspecify.annotations.NullMarked;
