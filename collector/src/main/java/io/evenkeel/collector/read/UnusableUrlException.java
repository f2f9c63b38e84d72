package io.evenkeel.collector.read;

/** A database URL that cannot be used. No part of it ever holds the password. */
public final class UnusableUrlException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;
    private final String remedy;

    UnusableUrlException(String expected, String found, String remedy) {
        super("database URL: expected " + expected + ", found " + found + (remedy.isEmpty() ? "" : "; " + remedy));
        this.expected = expected;
        this.found = found;
        this.remedy = remedy;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }

    /** What to do; may be empty. */
    public String remedy() {
        return remedy;
    }
}
