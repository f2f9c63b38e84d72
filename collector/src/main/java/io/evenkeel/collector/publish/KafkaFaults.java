package io.evenkeel.collector.publish;

import io.evenkeel.contract.catalog.Environment;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/** What Kafka's faults mean for the one who publishes an environment. */
record KafkaFaults(Environment environment, String bootstrapServers, String topic, String transactionalId) {

    /**
     * The fault in words for people.
     *
     * @throws FencedException if it says that another collector publishes the environment now
     */
    KafkaException told(KafkaException fault) throws FencedException {
        if (cause(fault, ProducerFencedException.class).isPresent()
                || cause(fault, InvalidProducerEpochException.class).isPresent()) {
            throw new FencedException(environment, fault);
        }
        return cause(fault, AuthorizationException.class)
                .map(denied -> new KafkaException(denied(denied), fault))
                .orElse(fault);
    }

    /** What failed after so long that the broker has ended the transaction: it says no other than if somebody had taken over. */
    KafkaException tooLong(KafkaException fault, Duration longest) {
        return new KafkaException(
                "Kafka ended a transaction on " + topic + " that took more than " + longest.toSeconds()
                        + " s; look why the brokers are so slow, or leave schemas out of environment " + environment,
                fault);
    }

    private String denied(AuthorizationException denied) {
        String acls = "kafka-acls.sh --bootstrap-server " + bootstrapServers
                + " --add --allow-principal User:<the collector's> ";
        return "Kafka denies environment " + environment + " to the collector: " + denied.getMessage()
                + "; expected that it may read and write topic " + topic + " by transactional id " + transactionalId
                + ", run " + acls + "--producer --topic " + topic + " --transactional-id " + transactionalId + " and "
                + acls + "--operation Read --topic " + topic;
    }

    private static <T extends Throwable> Optional<T> cause(Throwable fault, Class<T> type) {
        return Stream.iterate(fault, one -> one != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
