package io.evenkeel.cli;

import java.io.PrintStream;

/** What the user sees: data on stdout, messages on stderr, colour only on a terminal that wants it. */
final class Terminal {
    private Terminal() {}

    static boolean colour() {
        String forced = System.getenv("CLICOLOR_FORCE");
        if (forced != null && !forced.equals("0")) {
            return true;
        }
        String refused = System.getenv("NO_COLOR");
        return (refused == null || refused.isEmpty())
                && !"dumb".equals(System.getenv("TERM"))
                && System.console() != null
                && System.console().isTerminal();
    }

    static PrintStream out() {
        return System.out;
    }

    /** One line of progress or explanation. */
    static void say(String line) {
        System.err.println(line);
    }
}
