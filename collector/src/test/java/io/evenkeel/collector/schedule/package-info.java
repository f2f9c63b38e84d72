@NullMarked
package io.evenkeel.collector.schedule;

import org.jspecify.annotations.NullMarked;
