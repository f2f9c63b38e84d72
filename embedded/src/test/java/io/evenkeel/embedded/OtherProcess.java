package io.evenkeel.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A second JVM on this class path, to play another owner. */
final class OtherProcess {
    private OtherProcess() {}

    static Process start(Class<?> main, Path argument) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djava.io.tmpdir=" + argument,
                        main.getName(),
                        argument.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
