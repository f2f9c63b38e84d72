/** The HTTP side of every service: health, metrics, and the routes that a service adds. */
@NullMarked
package io.evenkeel.runtime.http;

import org.jspecify.annotations.NullMarked;
