package io.evenkeel.cli;

import picocli.CommandLine.Option;

/** Which running alerter is asked. */
final class AlerterUrl {
    @Option(
            names = "--url",
            description = "Where the alerter serves its API (default: ${DEFAULT-VALUE}).",
            defaultValue = "http://127.0.0.1:9464")
    private String url = "";

    ApiClient client() {
        return new ApiClient(url);
    }

    @Override
    public String toString() {
        return url;
    }
}
