package io.evenkeel.alerter.deliver;

/** What is to become of an open drift, whoever is to be told of it. */
sealed interface Verdict {
    /** It is told. */
    record Tell() implements Verdict {}

    /** Nothing is told of it now. */
    record Wait() implements Verdict {}

    /** It comes and goes: that is told, now and then. */
    record Flapping() implements Verdict {}

    /**
     * It is none of anybody's concern any more.
     *
     * @param why one sentence for people
     */
    record End(String why) implements Verdict {}
}
