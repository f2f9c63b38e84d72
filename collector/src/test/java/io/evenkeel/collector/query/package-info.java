@NullMarked
package io.evenkeel.collector.query;

import org.jspecify.annotations.NullMarked;
