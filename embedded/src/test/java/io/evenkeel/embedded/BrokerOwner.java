package io.evenkeel.embedded;

import java.nio.file.Path;

/** The main of a process that owns a broker, writes one record that readers see, and waits to be killed. */
final class BrokerOwner {
    private BrokerOwner() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]));
        EmbeddedKafkaTest.createTopic(kafka);
        EmbeddedKafkaTest.produce(kafka, "from another process", true);
        // killed in the milliseconds between a commit and its markers, Kafka 4.3.1 can leave the transaction hanging:
        // see the
        // limits in the README; what a reader of committed records has seen has to survive
        EmbeddedKafkaTest.consume(kafka, 1);
        System.out.println("ready");
        System.out.flush();
        System.in.read();
        kafka.close();
    }
}
