package io.evenkeel.runtime.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Serves health, metrics and a service's own routes. Reading only, and never a stack trace to a client. */
public final class AdminServer implements AutoCloseable {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text";
    private static final long MAX_REQUEST_BYTES = 64 * 1024;

    private final HttpSettings settings;
    private final Meters meters;
    private final List<HealthCheck> checks;
    private final Javalin javalin;

    /** Serves health and metrics only. */
    public AdminServer(HttpSettings settings, Meters meters, List<HealthCheck> checks) {
        this(settings, meters, checks, config -> {});
    }

    public AdminServer(HttpSettings settings, Meters meters, List<HealthCheck> checks, Consumer<JavalinConfig> routes) {
        this.settings = settings;
        this.meters = meters;
        this.checks = List.copyOf(checks);
        this.javalin = Javalin.create(config -> {
            configure(config);
            routes.accept(config);
        });
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = MAX_REQUEST_BYTES;
        config.routes.before(AdminServer::secure);
        config.routes.get("/livez", context -> context.result("ok\n"));
        config.routes.get("/readyz", this::ready);
        config.routes.get("/metrics", this::metrics);
    }

    /** Starts listening. */
    public void start() {
        try {
            javalin.start(settings.host(), settings.port());
        } catch (JavalinBindException busy) {
            throw new HttpSetupException(
                    "cannot listen on " + settings.host() + ":" + settings.port()
                            + ": the port is in use or the address is not this machine's; set another listen address",
                    busy);
        }
    }

    /** The port that is listened on. */
    public int port() {
        return javalin.port();
    }

    private void ready(Context context) {
        Map<String, String> results = new LinkedHashMap<>();
        boolean ready = true;
        for (HealthCheck check : checks) {
            Optional<String> trouble = check.trouble().get();
            results.put(check.name(), trouble.orElse("ok"));
            ready &= trouble.isEmpty() || !check.needed();
        }
        context.status(ready ? 200 : 503);
        if (context.queryParamMap().containsKey("verbose")) {
            context.json(results);
        } else {
            context.result(ready ? "ok\n" : "not ready: add ?verbose to see why\n");
        }
    }

    private void metrics(Context context) {
        String accepted = context.header("Accept");
        String type = accepted != null && accepted.contains(OPEN_METRICS)
                ? OPEN_METRICS + "; version=1.0.0; charset=utf-8"
                : TEXT;
        context.contentType(type).result(meters.scrape(type));
    }

    private static void secure(Context context) {
        context.header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
                                + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
