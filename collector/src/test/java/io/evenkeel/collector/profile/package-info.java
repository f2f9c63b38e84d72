@NullMarked
package io.evenkeel.collector.profile;

import org.jspecify.annotations.NullMarked;
