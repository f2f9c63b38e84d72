package io.evenkeel.systemtest.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.alerter.AlerterSettings;
import io.evenkeel.analyzer.AnalyzerSettings;
import io.evenkeel.collector.CollectorSettings;
import io.evenkeel.runtime.http.HttpSettings;
import io.evenkeel.runtime.kafka.KafkaSettings;
import io.evenkeel.runtime.settings.Section;
import io.evenkeel.runtime.settings.SettingsException;
import io.evenkeel.runtime.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** deploy/evenkeel.yaml is read by everybody who reads settings, and shows every key that they read. */
class ExampleSettingsTest {
    private static final Pattern SECRET = Pattern.compile("\\$\\{file:/run/secrets/(\\w+)}");
    private static final Pattern KNOWN = Pattern.compile("expected one of (.+)");

    @TempDir
    private Path secrets;

    private String example = "";

    @BeforeEach
    void read() throws IOException {
        Path file = Path.of(String.valueOf(System.getProperty("evenkeel.root")), "deploy", "evenkeel.yaml");
        String text = Files.readString(file);
        Matcher secret = SECRET.matcher(text);
        while (secret.find()) {
            Files.writeString(secrets.resolve(secret.group(1)), "https://secret.example/" + secret.group(1));
        }
        example = text.replace("/run/secrets", secrets.toString());
    }

    /** With what stands there as a comment to begin with. */
    private String withReceivers() {
        return example.replace("  receivers: {}\n", "").replaceAll("(?m)^  # (receivers:|routes:|  .*)$", "  $1");
    }

    private static void check(String yaml) {
        Section root = SettingsFile.parse("evenkeel.yaml", yaml, Map.of());
        root.path("data-directory");
        root.section("audit").text("url");
        root.section("audit").secret("password");
        HttpSettings.from(root.section("health"), "listen", "127.0.0.1:0");
        KafkaSettings.from(root);
        CollectorSettings.from(root);
        AnalyzerSettings.from(root);
        AlerterSettings.from(root);
        root.check();
    }

    @Test
    void everybodyReadsIt() {
        check(example);
    }

    @Test
    void theReceiversInItsCommentsWork() {
        assertThat(AlerterSettings.from(SettingsFile.parse("evenkeel.yaml", withReceivers(), Map.of()))
                        .delivery()
                        .receivers())
                .extracting(receiver -> receiver.name())
                .containsExactly("chat", "chat-simple", "hook", "mail", "oncall", "pager", "service-desk", "teams");
        check(withReceivers());
    }

    @Test
    void itShowsEveryKey() {
        String wrong = withReceivers()
                .replaceAll(
                        "(?m)^( *)(url|listen|threads|topic-prefix|data-directory|type|baseline): (.*)$",
                        "$1zzzzzz: 1\n$0")
                .replaceAll("(?m)^( *)- (baseline): (.*)$", "$1- zzzzzz: 1\n$1  $2: $3");

        assertThatThrownBy(() -> check(wrong)).isInstanceOfSatisfying(SettingsException.class, refusal -> {
            Set<String> keys = keys(String.valueOf(refusal.getMessage()));
            assertThat(keys)
                    .contains("data-directory", "topic-prefix", "threads", "listen", "url", "max-alerts", "secret");
            assertThat(keys).allSatisfy(key -> assertThat(example).containsPattern("\\b" + key + ":"));
        });
    }

    private static Set<String> keys(String message) {
        Set<String> keys = new TreeSet<>();
        Matcher matcher = KNOWN.matcher(message);
        while (matcher.find()) {
            keys.addAll(List.of(matcher.group(1).split(", ")));
        }
        return keys;
    }
}
