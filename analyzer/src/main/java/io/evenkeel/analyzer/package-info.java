/** The analyzer as a service: its settings, its start and its end. */
@NullMarked
package io.evenkeel.analyzer;

import org.jspecify.annotations.NullMarked;
