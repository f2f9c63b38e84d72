package io.evenkeel.runtime.http;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.metrics.v1.Summary;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBucket;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Says Prometheus' metrics in OpenTelemetry's words: info and state sets, which these do not have, become gauges. */
final class OtlpMetrics {
    private final long start;
    private final long now;

    private OtlpMetrics(long start, long now) {
        this.start = start;
        this.now = now;
    }

    /**
     * One request with everything.
     *
     * @param since when counters began to count
     */
    static ExportMetricsServiceRequest request(MetricSnapshots snapshots, String version, Instant since, Instant now) {
        OtlpMetrics metrics = new OtlpMetrics(nanos(since), nanos(now));
        ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
        var resource = request.addResourceMetricsBuilder();
        resource.getResourceBuilder()
                .addAttributes(attribute("service.name", "evenkeel"))
                .addAttributes(attribute("service.version", version));
        var scope = resource.addScopeMetricsBuilder();
        snapshots.forEach(snapshot -> scope.addMetrics(metrics.metric(snapshot)));
        return request.build();
    }

    private Metric metric(MetricSnapshot snapshot) {
        Metric.Builder metric =
                Metric.newBuilder().setName(snapshot.getMetadata().getPrometheusName());
        if (snapshot.getMetadata().getHelp() != null) {
            metric.setDescription(snapshot.getMetadata().getHelp());
        }
        switch (snapshot) {
            case GaugeSnapshot gauge ->
                gauge.getDataPoints()
                        .forEach(point -> add(metric.getGaugeBuilder(), point.getLabels(), point.getValue()));
            case UnknownSnapshot gauge ->
                gauge.getDataPoints()
                        .forEach(point -> add(metric.getGaugeBuilder(), point.getLabels(), point.getValue()));
            case InfoSnapshot info ->
                info.getDataPoints().forEach(point -> add(metric.getGaugeBuilder(), point.getLabels(), 1));
            case StateSetSnapshot states ->
                states.getDataPoints().forEach(point -> states(metric.getGaugeBuilder(), metric.getName(), point));
            case CounterSnapshot counter -> {
                Sum.Builder sum = metric.getSumBuilder()
                        .setIsMonotonic(true)
                        .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
                counter.getDataPoints()
                        .forEach(point -> sum.addDataPoints(number(point.getLabels(), point.getValue())));
            }
            case HistogramSnapshot histogram -> {
                Histogram.Builder buckets = metric.getHistogramBuilder()
                        .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
                histogram.getDataPoints().forEach(point -> buckets.addDataPoints(histogram(point)));
            }
            case SummarySnapshot summary -> {
                Summary.Builder points = metric.getSummaryBuilder();
                summary.getDataPoints().forEach(point -> points.addDataPoints(summary(point)));
            }
            default ->
                throw new IllegalArgumentException("expected a type of metric that OTLP has, found "
                        + snapshot.getClass().getSimpleName());
        }
        return metric.build();
    }

    private void add(Gauge.Builder gauge, Labels labels, double value) {
        gauge.addDataPoints(number(labels, value));
    }

    private void states(Gauge.Builder gauge, String name, StateSetSnapshot.StateSetDataPointSnapshot point) {
        point.forEach(state -> gauge.addDataPoints(number(point.getLabels(), state.isTrue() ? 1 : 0).toBuilder()
                .addAttributes(attribute(name, state.getName()))));
    }

    private NumberDataPoint number(Labels labels, double value) {
        return NumberDataPoint.newBuilder()
                .addAllAttributes(attributes(labels))
                .setStartTimeUnixNano(start)
                .setTimeUnixNano(now)
                .setAsDouble(value)
                .build();
    }

    private HistogramDataPoint histogram(HistogramSnapshot.HistogramDataPointSnapshot point) {
        HistogramDataPoint.Builder built = HistogramDataPoint.newBuilder()
                .addAllAttributes(attributes(point.getLabels()))
                .setStartTimeUnixNano(start)
                .setTimeUnixNano(now)
                .setCount(point.getCount())
                .setSum(point.getSum());
        for (ClassicHistogramBucket bucket : point.getClassicBuckets()) {
            built.addBucketCounts(bucket.getCount());
            if (Double.isFinite(bucket.getUpperBound())) {
                built.addExplicitBounds(bucket.getUpperBound());
            }
        }
        return built.build();
    }

    private SummaryDataPoint summary(SummarySnapshot.SummaryDataPointSnapshot point) {
        return SummaryDataPoint.newBuilder()
                .addAllAttributes(attributes(point.getLabels()))
                .setStartTimeUnixNano(start)
                .setTimeUnixNano(now)
                .setCount(point.getCount())
                .setSum(point.getSum())
                .build();
    }

    private static List<KeyValue> attributes(Labels labels) {
        return labels.stream()
                .map(label -> attribute(label.getName(), label.getValue()))
                .toList();
    }

    private static KeyValue attribute(String name, String value) {
        return KeyValue.newBuilder()
                .setKey(name)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private static long nanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }
}
