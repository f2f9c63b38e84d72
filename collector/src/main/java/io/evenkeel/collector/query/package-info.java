/** The SQL files that say what a kind is, parsed, checked and chosen by server version. */
@NullMarked
package io.evenkeel.collector.query;

import org.jspecify.annotations.NullMarked;
