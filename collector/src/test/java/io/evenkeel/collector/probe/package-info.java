@NullMarked
package io.evenkeel.collector.probe;

import org.jspecify.annotations.NullMarked;
