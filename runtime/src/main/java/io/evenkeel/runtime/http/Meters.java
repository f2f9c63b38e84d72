package io.evenkeel.runtime.http;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The metrics of one process. */
public final class Meters implements AutoCloseable {
    /** Names that promtool refuses. */
    private static final List<String> DENIED = List.of("process.cpu.time", "system.cpu.count");

    private final PrometheusRegistry prometheus = new PrometheusRegistry();
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(new WithoutExemplars(), prometheus, Clock.SYSTEM);
    private final JvmGcMetrics garbage = new JvmGcMetrics();

    public Meters() {
        DENIED.forEach(name -> registry.config()
                .meterFilter(MeterFilter.deny(id -> id.getName().equals(name))));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        garbage.bindTo(registry);
    }

    /** Micrometer's registry. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** The registry below Micrometer's, for what Micrometer cannot say, such as state sets. */
    public PrometheusRegistry prometheus() {
        return prometheus;
    }

    /** All metrics in the Prometheus text format, or in OpenMetrics if that content type is asked for. */
    public String scrape(String contentType) {
        return registry.scrape(contentType);
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }

    /** Prometheus 2.42 refuses a whole scrape for an exemplar on a histogram's count. */
    private static final class WithoutExemplars implements PrometheusConfig {
        @Override
        public @Nullable String get(String key) {
            return null;
        }

        @Override
        public Properties prometheusProperties() {
            Properties properties = new Properties();
            properties.setProperty("io.prometheus.exporter.exemplarsOnAllMetricTypes", "false");
            return properties;
        }
    }
}
