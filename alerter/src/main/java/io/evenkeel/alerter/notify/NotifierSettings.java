package io.evenkeel.alerter.notify;

/** The settings of one receiver, ready to become its notifier. */
public interface NotifierSettings {
    Notifier create(NotifierContext context);
}
