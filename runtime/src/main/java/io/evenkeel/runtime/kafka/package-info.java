/** Kafka clients and topics, set up the same way for every service. */
@NullMarked
package io.evenkeel.runtime.kafka;

import org.jspecify.annotations.NullMarked;
