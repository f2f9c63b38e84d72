/** The {@code evenkeel} command: joins the services in one process, or runs one of them, or compares once. */
@NullMarked
package io.evenkeel.cli;

import org.jspecify.annotations.NullMarked;
