package io.evenkeel.collector.publish;

/** What to do when another server or database answers under an environment's name. */
public enum OtherServer {
    /** Nothing is published of it until somebody says that it is the right one. */
    HOLD,
    /** It is the right one. */
    ACCEPT
}
