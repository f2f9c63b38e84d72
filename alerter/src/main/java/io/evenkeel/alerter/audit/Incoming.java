package io.evenkeel.alerter.audit;

/** A record and where it stands. */
record Incoming(String topic, int partition, long offset, Content content) {
    Incoming rejected(String why) {
        return new Incoming(topic, partition, offset, new Content.Rejected(why));
    }
}
