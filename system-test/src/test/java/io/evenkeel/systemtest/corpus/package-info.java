/** One change at a time, for every kind: exactly that change is reported, both ways, and nothing else. */
@NullMarked
package io.evenkeel.systemtest.corpus;

import org.jspecify.annotations.NullMarked;
