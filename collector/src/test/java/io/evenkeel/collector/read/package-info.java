@NullMarked
package io.evenkeel.collector.read;

import org.jspecify.annotations.NullMarked;
