package io.evenkeel.alerter.web;

import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The files that the page needs, from the class path: a closed list. */
final class Assets {
    private static final String FOLDER = "/console/";

    private Assets() {}

    static void routes(JavalinConfig config) {
        serve(config, "console.css", "text/css; charset=utf-8");
        serve(config, "console.js", "text/javascript; charset=utf-8");
        serve(config, "icon.svg", "image/svg+xml");
    }

    private static void serve(JavalinConfig config, String name, String contentType) {
        byte[] bytes = load(FOLDER + name);
        config.routes.get(
                FOLDER + name, context -> context.contentType(contentType).result(bytes));
    }

    private static byte[] load(String path) {
        try (InputStream file = Assets.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(file, path).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the program's own file " + path + " cannot be read", unreadable);
        }
    }
}
