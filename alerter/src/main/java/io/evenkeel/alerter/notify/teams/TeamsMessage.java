package io.evenkeel.alerter.notify.teams;

import io.evenkeel.alerter.notify.Notice;
import java.util.List;
import java.util.Optional;

/** A message with one card, as a workflow takes it. */
record TeamsMessage(String type, List<Attachment> attachments) {
    /** @param contentUrl always there, and never set: Teams wants it so */
    record Attachment(String contentType, Optional<String> contentUrl, AdaptiveCard content) {}

    static TeamsMessage of(Notice notice) {
        return new TeamsMessage(
                "message",
                List.of(new Attachment(
                        "application/vnd.microsoft.card.adaptive", Optional.empty(), AdaptiveCard.of(notice))));
    }
}
