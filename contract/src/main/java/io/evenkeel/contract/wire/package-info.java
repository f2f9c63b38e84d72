/** The only place that turns records into bytes: topic names, JSON, content hashes, headers. */
@NullMarked
package io.evenkeel.contract.wire;

import org.jspecify.annotations.NullMarked;
