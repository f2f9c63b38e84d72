/** Holds the objects of two environments against each other, attribute by attribute, whatever their kind. */
@NullMarked
package io.evenkeel.analyzer.diff;

import org.jspecify.annotations.NullMarked;
