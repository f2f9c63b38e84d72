/** When an environment is probed, read and reported: one loop each, so that one in trouble delays no other. */
@NullMarked
package io.evenkeel.collector.schedule;

import org.jspecify.annotations.NullMarked;
