package io.evenkeel.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What one small broker needs: replication 1, few threads, small buffers, loopback only. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String CLIENTS = "CLIENTS";
    private static final String CLEANER_BUFFER_BYTES = Integer.toString(4 * 1024 * 1024);

    private BrokerSettings() {}

    static Map<String, String> of(Path logs, int port, int controllerPort) {
        Map<String, String> settings = new TreeMap<>(SMALL);
        settings.put("log.dirs", logs.toString());
        settings.put("listeners", "%s,%s".formatted(listener(CLIENTS, port), listener(CONTROLLER, controllerPort)));
        settings.put("advertised.listeners", listener(CLIENTS, port));
        settings.put("controller.quorum.voters", "%d@%s:%d".formatted(NODE_ID, Ports.LOOPBACK, controllerPort));
        return settings;
    }

    private static String listener(String name, int port) {
        return "%s://%s:%d".formatted(name, Ports.LOOPBACK, port);
    }

    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", Integer.toString(NODE_ID)),
            Map.entry("controller.listener.names", CONTROLLER),
            Map.entry("inter.broker.listener.name", CLIENTS),
            Map.entry("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("num.network.threads", "1"),
            Map.entry("num.io.threads", "2"),
            Map.entry("background.threads", "2"),
            Map.entry("num.recovery.threads.per.data.dir", "1"),
            // the default of 128 MiB runs a small heap out of memory
            Map.entry("log.cleaner.dedupe.buffer.size", CLEANER_BUFFER_BYTES),
            // a killed broker comes back only when the session of its former self has ended: by default after 9 s
            Map.entry("broker.heartbeat.interval.ms", "1000"),
            Map.entry("broker.session.timeout.ms", "4000"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"));
}
