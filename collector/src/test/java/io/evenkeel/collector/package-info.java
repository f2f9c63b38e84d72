@NullMarked
package io.evenkeel.collector;

import org.jspecify.annotations.NullMarked;
