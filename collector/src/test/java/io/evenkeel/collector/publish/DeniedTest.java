package io.evenkeel.collector.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.embedded.EmbeddedKafka;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A broker that lets everybody do everything but what an ACL denies. */
final class DeniedTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static EmbeddedKafka broker;
    private static KafkaClients clients;

    @BeforeAll
    static void start() {
        broker = EmbeddedKafka.startScratch(Map.of(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "allow.everyone.if.no.acl.found", "true"));
        clients = new KafkaClients(
                new KafkaSettings(broker.bootstrapServers(), "denied", Topic.PARTITIONS, (short) 1, Map.of()));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @AfterEach
    void allow() throws Exception {
        try (Admin admin = clients.admin()) {
            admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
        }
    }

    private static void deny(ResourceType type, String name, AclOperation operation) throws Exception {
        ResourcePattern resource = new ResourcePattern(type, name, PatternType.LITERAL);
        try (Admin admin = clients.admin()) {
            admin.createAcls(List.of(
                            binding(resource, AclOperation.ALL, AclPermissionType.ALLOW),
                            binding(resource, operation, AclPermissionType.DENY)))
                    .all()
                    .get();
        }
    }

    private static AclBinding binding(ResourcePattern resource, AclOperation operation, AclPermissionType permission) {
        return new AclBinding(resource, new AccessControlEntry("User:ANONYMOUS", "*", operation, permission));
    }

    /** The words of the fault; empty if there was none, as the broker does not know of the ACL yet. */
    private static String refusal(Publisher publisher) throws FencedException {
        // the topic is read only at the start
        publisher.close();
        try {
            publisher.publish(Readings.of(Readings.sail("jib", "a")), true, Readings.NOW);
            return "";
        } catch (KafkaException denied) {
            return String.valueOf(denied.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TOPIC, denied.catalog.writing, WRITE, writing",
        "TOPIC, denied.catalog.reading, READ, reading",
        "TRANSACTIONAL_ID, denied-collector-owning, WRITE, owning"
    })
    void whatIsDeniedIsToldWithTheCommandsThatAllowItAndPublishedOnceItIsAllowed(
            ResourceType type, String name, AclOperation operation, String environment) throws Exception {
        Topic topic = Topic.of(clients, environment).create();
        deny(type, name, operation);
        try (Publisher publisher = new Publisher(new Environment(environment), clients, OtherServer.HOLD)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(refusal(publisher))
                            .contains(
                                    "denies environment " + environment,
                                    "--producer --topic denied.catalog." + environment,
                                    "--transactional-id denied-collector-" + environment));
            allow();
            await().atMost(SOON)
                    .ignoreExceptionsMatching(KafkaException.class::isInstance)
                    .untilAsserted(() -> {
                        publisher.publish(Readings.of(Readings.sail("main", "b")), true, Readings.NOW);
                        assertThat(topic.standing()).contains(Set.of("sail main"));
                    });
        }
    }
}
