/** How two environments differ: facts with a life, and nothing that a person decided. */
@NullMarked
package io.evenkeel.contract.drift;

import org.jspecify.annotations.NullMarked;
