/** One YAML file read strictly: every problem at once, each with its place and its remedy. */
@NullMarked
package io.evenkeel.runtime.settings;

import org.jspecify.annotations.NullMarked;
