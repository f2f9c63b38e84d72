/** Folds what lies in a missing or unexpected object into that object. */
@NullMarked
package io.evenkeel.analyzer.fold;

import org.jspecify.annotations.NullMarked;
