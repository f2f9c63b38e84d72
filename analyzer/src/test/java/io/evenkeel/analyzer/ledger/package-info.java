/** Tests of the ledger. */
@NullMarked
package io.evenkeel.analyzer.ledger;

import org.jspecify.annotations.NullMarked;
