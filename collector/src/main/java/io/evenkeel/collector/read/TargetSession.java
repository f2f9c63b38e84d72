package io.evenkeel.collector.read;

import java.util.Arrays;
import java.util.Optional;

/** Which of several servers is wanted, by libpq's words. */
public enum TargetSession {
    ANY("any", "any"),
    READ_WRITE("read-write", "primary"),
    READ_ONLY("read-only", "secondary"),
    PRIMARY("primary", "primary"),
    STANDBY("standby", "secondary"),
    PREFER_STANDBY("prefer-standby", "preferSecondary");

    private final String word;
    private final String driverWord;

    TargetSession(String word, String driverWord) {
        this.word = word;
        this.driverWord = driverWord;
    }

    static Optional<TargetSession> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    String driverWord() {
        return driverWord;
    }
}
