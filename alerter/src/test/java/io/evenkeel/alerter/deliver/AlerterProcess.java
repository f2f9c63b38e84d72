package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.AlerterService;
import io.evenkeel.alerter.AlerterSettings;
import io.evenkeel.alerter.audit.AuditSettings;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.KafkaSettings;
import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.SettingsFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** An alerter in a process of its own, to be killed. */
public final class AlerterProcess {
    private AlerterProcess() {}

    /** @param log where its output goes */
    static Process start(Path settings, KafkaSettings kafka, AuditSettings audit, File log) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                AlerterProcess.class.getName(),
                settings.toString(),
                kafka.bootstrapServers(),
                kafka.topicPrefix(),
                audit.jdbcUrl(),
                audit.user(),
                audit.password().reveal());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    public static void main(String[] arguments) throws InterruptedException {
        AlerterSettings settings = AlerterSettings.from(SettingsFile.read(Path.of(arguments[0]), Map.of()));
        KafkaSettings kafka = new KafkaSettings(arguments[1], arguments[2], 1, (short) 1, Map.of());
        AuditSettings audit = new AuditSettings(arguments[3], arguments[4], new Secret(arguments[5]));
        try (AlerterService service = new AlerterService(settings, new KafkaClients(kafka), audit, Clock.systemUTC())) {
            service.start();
            System.out.println("port " + service.port());
            new CountDownLatch(1).await();
        }
    }
}
