/** Tells cheaply whether a catalog can have changed since it was read. */
@NullMarked
package io.evenkeel.collector.probe;

import org.jspecify.annotations.NullMarked;
