@NullMarked
package io.evenkeel.collector.redact;

import org.jspecify.annotations.NullMarked;
