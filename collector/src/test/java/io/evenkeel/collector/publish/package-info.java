@NullMarked
package io.evenkeel.collector.publish;

import org.jspecify.annotations.NullMarked;
