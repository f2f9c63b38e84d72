package io.evenkeel.alerter.notify;

/** Tells one receiver. Called by one thread at a time; never throws for what the receiver does. */
public interface Notifier {
    /** One attempt. */
    Outcome send(Message message);
}
