package io.evenkeel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedKafkaTest {
    private static final String TOPIC = "facts";

    @TempDir
    private Path directory;

    @Test
    void onlyCommittedRecordsAreReadAndSurviveRestart() throws Exception {
        String address;
        String cluster;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            address = kafka.bootstrapServers();
            cluster = createTopic(kafka);
            produce(kafka, "given up", false);
            produce(kafka, "kept", true);
            assertThat(consume(kafka, 1)).containsExactly("kept");
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            assertThat(kafka.bootstrapServers()).isEqualTo(address);
            assertThat(clusterId(kafka)).isEqualTo(cluster);
            produce(kafka, "added", true);
            assertThat(consume(kafka, 2)).containsExactly("kept", "added");
        }
    }

    @Test
    void recordsSurviveAKilledProcess() throws Exception {
        Process owner = OtherProcess.start(BrokerOwner.class, directory);
        assertThat(owner.inputReader().readLine()).isEqualTo("ready");
        assertThatThrownBy(() -> EmbeddedKafka.start(directory))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("is in use by another process");
        owner.destroyForcibly().waitFor();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            assertThat(consume(kafka, 1)).containsExactly("from another process");
        }
    }

    @Test
    void takenPortIsReplaced() throws Exception {
        EmbeddedKafka first = EmbeddedKafka.start(directory);
        createTopic(first);
        produce(first, "kept", true);
        first.close();
        int port = port(first);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
                EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            assertThat(port(kafka)).isNotEqualTo(taken.getLocalPort());
            assertThat(consume(kafka, 1)).containsExactly("kept");
        }
    }

    @Test
    void secondOwnerInThisProcessIsRefused() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            assertThatThrownBy(() -> EmbeddedKafka.start(directory))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("is in use by a server of this process");
            assertThat(clusterId(kafka)).isNotEmpty();
        }
    }

    @Test
    void directoryThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> EmbeddedKafka.start(file.resolve("below")))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("cannot be created and written")
                .hasMessageContaining("name another directory");
    }

    @Test
    void foreignDirectoryIsRefused() throws IOException {
        Files.writeString(directory.resolve("letter.txt"), "mine");
        assertThatThrownBy(() -> EmbeddedKafka.start(directory))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("it holds letter.txt");
    }

    @Test
    void damagedDirectoryIsNamed() throws IOException {
        EmbeddedKafka.start(directory).close();
        Path meta = directory.resolve("data/meta.properties");
        Files.writeString(meta, "version=1\ncluster.id=another\nnode.id=9\n");
        assertThatThrownBy(() -> EmbeddedKafka.start(directory))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("cannot start on " + directory);
        Files.delete(meta);
        assertThatThrownBy(() -> EmbeddedKafka.start(directory))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("meta.properties is gone");
    }

    static String createTopic(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            return admin.describeCluster().clusterId().get();
        }
    }

    static void produce(EmbeddedKafka kafka, String value, boolean commit) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "test");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var sent = producer.send(new ProducerRecord<>(TOPIC, "key", value));
            producer.flush();
            assertThat(sent).isDone();
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    static List<String> consume(EmbeddedKafka kafka, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "group.id",
                "readers-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(found -> values.add(found.value()));
                return values.size() >= count;
            });
        }
        return values;
    }

    private static String clusterId(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static int port(EmbeddedKafka kafka) {
        return Integer.parseInt(kafka.bootstrapServers().substring("127.0.0.1:".length()));
    }
}
