/** The demo: two real databases that drifted, and everything that finds it out. */
@NullMarked
package io.evenkeel.cli.demo;

import org.jspecify.annotations.NullMarked;
