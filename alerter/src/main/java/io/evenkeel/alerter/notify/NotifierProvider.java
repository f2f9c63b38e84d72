package io.evenkeel.alerter.notify;

import io.evenkeel.runtime.settings.Section;

/** A sort of notifier. Found by {@link java.util.ServiceLoader}, so that a new one costs one package and one line. */
public interface NotifierProvider {
    /** The word under {@code type} in a receiver's settings. */
    String type();

    /** Reads a receiver's settings; problems are noted in the section. */
    NotifierSettings read(Section receiver);
}
