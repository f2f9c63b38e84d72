package io.evenkeel.alerter.notify.email;

import io.evenkeel.alerter.notify.Notice;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a mail as plain text. */
final class MailText {
    private MailText() {}

    static String of(Notice notice) {
        return Stream.of(
                        Stream.of(notice.title(), ""),
                        notice.items().stream().flatMap(MailText::lines),
                        notice.rest().stream(),
                        notice.link().stream().flatMap(uri -> Stream.of("", uri.toString())))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> lines(Notice.Item item) {
        String first = "[" + item.severity().word() + "] " + item.status() + ": " + item.object();
        return Stream.concat(
                Stream.of(first),
                Stream.of(item.facts(), item.advice())
                        .filter(line -> !line.isEmpty())
                        .map(line -> "    " + line));
    }
}
