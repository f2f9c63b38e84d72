package io.evenkeel.analyzer.topology;

import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends records to the two topics, into the partition of the task. */
final class Outlet {
    static final String DRIFT = "drift";
    static final String EVENTS = "events";

    private final ProcessorContext<byte[], Outgoing> context;
    private final RecordCodec codec = new RecordCodec();

    Outlet(ProcessorContext<byte[], Outgoing> context) {
        this.context = context;
    }

    void event(DriftEvent event) {
        send(EVENTS, codec.encode(event));
    }

    void open(Drift drift) {
        send(DRIFT, codec.encode(drift));
    }

    void closed(Comparison comparison, ObjectKey key) {
        send(DRIFT, codec.encodeClosed(comparison, key));
    }

    void evaluated(ComparisonState state) {
        send(DRIFT, codec.encode(state));
    }

    void retired(Comparison comparison) {
        send(DRIFT, codec.encodeRetired(comparison, partition()));
    }

    /** Wall clock (UTC). */
    Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    int partition() {
        return context.taskId().partition();
    }

    private void send(String sink, WireRecord record) {
        RecordHeaders headers = new RecordHeaders();
        record.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        // the time of the evaluation, never of the marker: retention must not eat what was told just now
        context.forward(
                new Record<>(record.key(), new Outgoing(partition(), record), context.currentSystemTimeMs(), headers),
                sink);
    }
}
