package io.evenkeel.collector.probe;

import io.evenkeel.collector.read.Reading;

/** Asks again and again whether a catalog has to be read again. For one thread. */
public interface ChangeProbe {
    Verdict check();

    /** From now on, changes since this reading count. */
    void accept(Reading.Complete reading);
}
