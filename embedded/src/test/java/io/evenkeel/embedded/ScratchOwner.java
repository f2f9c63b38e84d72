package io.evenkeel.embedded;

import java.io.IOException;

/** The main of a process that owns a scratch server and waits to be killed. */
final class ScratchOwner {
    private ScratchOwner() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        System.out.println(postgres.pid());
        System.out.flush();
        System.in.read();
        postgres.close();
    }
}
