package io.evenkeel.alerter.notify.slack;

import io.evenkeel.alerter.notify.Conversation;
import io.evenkeel.alerter.notify.Digest;
import io.evenkeel.alerter.notify.Headers;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.Notice;
import io.evenkeel.alerter.notify.Notifier;
import io.evenkeel.alerter.notify.NotifierContext;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.notify.Payload;
import io.evenkeel.alerter.notify.Steps;
import io.evenkeel.alerter.notify.Tally;
import io.evenkeel.alerter.notify.http.Target;
import io.evenkeel.runtime.settings.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Posts what is new, and writes what has changed or is resolved into the message that told it first. */
final class SlackBot implements Notifier {
    private final NotifierContext context;
    private final Target post;
    private final Target update;
    private final String channel;
    private final Map<String, String> headers;
    private final Steps steps;

    SlackBot(NotifierContext context, Target api, Secret token, String channel) {
        this.context = context;
        this.post = api.below("chat.postMessage");
        this.update = api.below("chat.update");
        this.channel = channel;
        this.headers =
                Headers.of("application/json; charset=utf-8", Optional.of(new Secret("Bearer " + token.reveal())));
        this.steps = new Steps(context.clock());
    }

    @Override
    public Outcome send(Message message) {
        List<Steps.Step> requests = new ArrayList<>();
        List<Digest> news = new ArrayList<>(List.of(message.fresh()));
        for (Conversation before : message.conversations()) {
            Notice notice = context.notice(message.comparison(), before.digest());
            before.reference()
                    .flatMap(SlackReference::parse)
                    .ifPresentOrElse(
                            place -> requests.add(new Steps.Step(before.id(), () -> update(place, notice))),
                            () -> news.add(before.digest()));
        }
        // last, since it is the one request that cannot be repeated without being seen
        Digest told = news.stream().reduce(new Digest(List.of(), Tally.NONE), Digest::plus);
        if (!told.isEmpty()) {
            Notice notice = context.notice(message.comparison(), told);
            requests.add(new Steps.Step(message.id(), () -> post(notice)));
        }
        return steps.run(message.id(), requests);
    }

    private Outcome post(Notice notice) {
        return call(post, notice, channel, Optional.empty(), SlackAnswer::outcome);
    }

    /** A message that is gone, or too old to be edited, is posted again as it stands. */
    private Outcome update(SlackReference place, Notice notice) {
        return call(
                update,
                notice,
                place.channel(),
                Optional.of(place.ts()),
                answer -> answer.gone() ? post(notice) : answer.outcome());
    }

    private Outcome call(
            Target method, Notice notice, String where, Optional<String> ts, Function<SlackAnswer, Outcome> judge) {
        byte[] body = Payload.json(
                notice, SlackMessage.MAX_BYTES, told -> SlackMessage.of(told).in(where, ts));
        return context.http()
                .post(
                        method,
                        headers,
                        body,
                        answer -> judge.apply(
                                SlackAnswer.of(answer, context.http().retryAfter(answer))));
    }
}
