/** Reads the catalogs of environments and publishes them; settings and service. */
@NullMarked
package io.evenkeel.collector;

import org.jspecify.annotations.NullMarked;
