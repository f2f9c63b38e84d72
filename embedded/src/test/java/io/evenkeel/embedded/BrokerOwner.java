package io.evenkeel.embedded;

import java.nio.file.Path;

/** The main of a process that owns a broker, writes one record and waits to be killed. */
final class BrokerOwner {
    private BrokerOwner() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]));
        EmbeddedKafkaTest.createTopic(kafka);
        EmbeddedKafkaTest.produce(kafka, "from another process", true);
        System.out.println("ready");
        System.out.flush();
        System.in.read();
        kafka.close();
    }
}
