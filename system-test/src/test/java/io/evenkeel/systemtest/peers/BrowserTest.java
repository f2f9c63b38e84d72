package io.evenkeel.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console in a real browser: what a person gets to see, style sheet and script included. */
@Tag("peers")
class BrowserTest {
    @TempDir
    private Path directory;

    private Program.Result browse(String... arguments) throws Exception {
        String[] common = {
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--enable-logging=stderr",
            "--user-data-dir=" + Files.createTempDirectory(directory, "profile")
        };
        String[] all = new String[common.length + arguments.length];
        System.arraycopy(common, 0, all, 0, common.length);
        System.arraycopy(arguments, 0, all, common.length, arguments.length);
        return Program.named("chromium").run(all);
    }

    @Test
    void theConsoleShowsWhatDiffersAndBreaksNoRuleOfItsOwn() throws Exception {
        String[] drifted = {
            "call_classification", "20251113145425", "v_agent_communications", "agent_emails_email_type_check"
        };
        // nobody listens on the discard port: this world's Alertmanager is away, and the console does not care
        try (World world = World.start(directory, "127.0.0.1:9")) {
            // every partition of the comparison tells its own part of it, one after the other
            await().atMost(Duration.ofSeconds(90))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(world.page("/")).contains(drifted));
            String address = "http://" + world.address() + "/";

            Program.Result page = browse("--dump-dom", address);

            assertThat(page.exitCode()).as(page.output()).isZero();
            assertThat(page.output())
                    .contains(drifted)
                    .doesNotContain("Content Security Policy")
                    .doesNotContain("Refused to");

            Path picture = directory.resolve("console.png");
            browse("--screenshot=" + picture, "--window-size=1280,1600", address);
            assertThat(picture).isNotEmptyFile();
        }
    }
}
