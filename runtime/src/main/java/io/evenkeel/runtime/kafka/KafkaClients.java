package io.evenkeel.runtime.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes clients of one cluster. Bytes in, bytes out: the contract's codec is the only one that reads them. */
public final class KafkaClients {
    private static final int ADMIN_TIMEOUT_MS = 15_000;

    // what one producer may hold: a process may have hundreds, and none sends a record of more than 1 MiB
    private static final int PRODUCER_MEMORY = 1280 * 1024;
    private static final int BATCH = 16 * 1024;
    // waiting for a broker that is away: longer only delays that somebody is told
    private static final int BLOCK_MS = 15_000;
    private static final int SESSION_MS = 8_000;
    // how long a broker that has nothing new keeps a question: it answers at once when something comes
    private static final int USUAL_MS = 500;
    private static final int PATIENT_MS = 10_000;
    private static final int HASTY_MS = 1;
    // what waits for a coordinator asks again so soon: less, and producers that start together keep the broker busy
    // with it
    private static final int RETRY_MS = 20;

    private final KafkaSettings settings;

    public KafkaClients(KafkaSettings settings) {
        this.settings = settings;
    }

    public KafkaSettings settings() {
        return settings;
    }

    /**
     * A producer for transactions of that id; {@code initTransactions} is left to the caller.
     *
     * @param longest how long a transaction may take before the broker ends it
     */
    public Producer<byte[], byte[]> transactionalProducer(String transactionalId, Duration longest) {
        Map<String, Object> config = common(transactionalId);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, PRODUCER_MEMORY);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MS);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) longest.toMillis());
        // with the default of 100 ms a transaction may wait that long for its coordinator
        config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_MS);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A consumer of committed records from the earliest on; it commits nothing by itself. */
    public Consumer<byte[], byte[]> consumer(String clientId, Optional<String> groupId) {
        return consumer(clientId, groupId, USUAL_MS);
    }

    /** One that listens for what rarely comes. Closing it waits, unless told otherwise, for the broker's answer. */
    public Consumer<byte[], byte[]> listener(String clientId) {
        return consumer(clientId, Optional.empty(), PATIENT_MS);
    }

    /** One that reads to where topics end now, and does not wait for more when it is closed. */
    public Consumer<byte[], byte[]> reader(String clientId) {
        return consumer(clientId, Optional.empty(), HASTY_MS);
    }

    private Consumer<byte[], byte[]> consumer(String clientId, Optional<String> groupId, int waitMs) {
        Map<String, Object> config = common(clientId);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, waitMs);
        groupId.ifPresent(group -> config.put(ConsumerConfig.GROUP_ID_CONFIG, group));
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer of single records. */
    public Producer<byte[], byte[]> producer(String clientId) {
        Map<String, Object> config = common(clientId);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MS);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * A member of a group that shares partitions: who dies is replaced within seconds, who joins takes over as few as
     * possible. It reads what comes from now on.
     */
    public Consumer<byte[], byte[]> member(String group) {
        Map<String, Object> config = common(group);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_MS / 4);
        config.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()));
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    public Admin admin() {
        Map<String, Object> config = common("evenkeel-admin");
        config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS / 3);
        config.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS);
        return Admin.create(config);
    }

    /** Settings of a Kafka Streams application with exactly-once processing; names are Kafka's own. */
    public Properties streamsProperties(String applicationId, Path stateDirectory) {
        Properties config = new Properties();
        config.putAll(settings.properties());
        config.put("bootstrap.servers", settings.bootstrapServers());
        config.put("application.id", applicationId);
        config.put("state.dir", stateDirectory.toString());
        config.put("processing.guarantee", "exactly_once_v2");
        config.put("commit.interval.ms", "100");
        config.put("replication.factor", String.valueOf(settings.replicationFactor()));
        config.put("statestore.cache.max.bytes", "0");
        config.put("producer.retry.backoff.ms", "2");
        config.put("consumer.auto.offset.reset", "earliest");
        return config;
    }

    private Map<String, Object> common(String clientId) {
        Map<String, Object> config = new TreeMap<>(settings.properties());
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        // nobody reads them, and hundreds of clients would register thousands
        config.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        config.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return config;
    }
}
