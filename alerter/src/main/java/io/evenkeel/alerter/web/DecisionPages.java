package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.Finding;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.runtime.settings.SettingsException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Deciding on the console, in plain forms. The token is typed in each time, goes in the body of a request and is kept
 * nowhere: without a cookie there is nothing that a page of somebody else could make a browser send.
 */
record DecisionPages(Gate gate, Desk desk, Supplier<Board> board, Templates templates) {
    private static final String DECIDE = "/decide";
    private static final String WITHDRAW = "/withdraw";

    /** A drift on the board. */
    private record Found(Comparison comparison, Report report, Finding finding) {}

    /**
     * The page on which a person ends a rule.
     *
     * @param problem why that cannot be
     */
    record Withdrawal(String rule, String decision, String by, Optional<String> problem) {}

    void add(JavalinConfig config) {
        config.routes.get(DECIDE, context -> show(context, Form.EMPTY, Optional.empty()));
        config.routes.post(DECIDE, this::decide);
        config.routes.get(WITHDRAW, context -> ask(context, "", Optional.empty()));
        config.routes.post(WITHDRAW, this::withdraw);
    }

    private void show(Context context, Form filled, Optional<String> problem) {
        Optional<Found> found = drift(parameter(context, "drift"));
        if (gate.token().isEmpty()) {
            refuse(context, 403, "nothing can be decided here: set alerter.write-token");
        } else if (found.isEmpty()) {
            refuse(context, 404, "that drift is not open any more, and nobody decided about it");
        } else {
            Found drift = found.get();
            templates.answer(
                    context,
                    "decide.jte",
                    DecisionPage.of(drift.comparison(), drift.report(), drift.finding(), filled, problem));
        }
    }

    private void decide(Context context) {
        Form filled = Form.of(context);
        Optional<Found> found = drift(parameter(context, "drift"));
        Optional<Decision> decision = Stream.of(Decision.values())
                .filter(each -> each.name().equals(filled.decision()))
                .findFirst();
        Optional<String> problem = problem(context, filled.by(), filled.reason());
        if (problem.isEmpty() && decision.isEmpty()) {
            problem = Optional.of("expected a decision, found none");
        }
        if (problem.isPresent() || found.isEmpty()) {
            show(context.status(problem.isPresent() ? 400 : 404), filled, problem);
            return;
        }
        Found drift = found.get();
        try {
            desk.record(
                    filled.by(),
                    decision.orElseThrow()
                            .rules(
                                    drift.comparison(),
                                    drift.finding().ruling().whole(),
                                    filled.by(),
                                    filled.reason(),
                                    filled.until()));
            context.redirect(
                    "/" + Filter.of(drift.comparison()).query() + "#rules", io.javalin.http.HttpStatus.SEE_OTHER);
        } catch (SettingsException wrong) {
            show(context.status(400), filled, Optional.of(String.valueOf(wrong.getMessage())));
        }
    }

    private void ask(Context context, String by, Optional<String> problem) {
        String name = parameter(context, "name");
        Optional<RuleItem> rule = board.get().rules().stream()
                .map(RuleItem::of)
                .filter(each -> each.isRecord() && each.name().equals(name))
                .findFirst();
        if (gate.token().isEmpty()) {
            refuse(context, 403, "nothing can be decided here: set alerter.write-token");
        } else if (rule.isEmpty()) {
            refuse(context, 404, "no rule of that name was made here: rules in files end in their files");
        } else {
            templates.answer(
                    context, "withdraw.jte", new Withdrawal(name, rule.get().decision(), by, problem));
        }
    }

    private void withdraw(Context context) {
        String by = Form.field(context, "by");
        Optional<String> problem = problem(context, by, "-");
        if (problem.isEmpty() && desk.withdraw(by, parameter(context, "name"))) {
            context.redirect("/#rules", io.javalin.http.HttpStatus.SEE_OTHER);
        } else {
            ask(context.status(problem.isPresent() ? 400 : 404), by, problem);
        }
    }

    /** Why the request is not taken; a browser says where it comes from, if it knows. */
    private Optional<String> problem(Context context, String by, String reason) {
        String site = Optional.ofNullable(context.header("Sec-Fetch-Site")).orElse("same-origin");
        if (!site.equals("same-origin")) {
            return Optional.of("expected a form of this console, found one of another site");
        }
        if (!Gate.isName(by)) {
            return Optional.of("who: expected a name of 1 to " + Gate.LONGEST_NAME + " characters");
        }
        if (reason.isBlank()) {
            return Optional.of("why: expected a reason, found none");
        }
        return gate.opens(Form.field(context, "token"))
                ? Optional.empty()
                : Optional.of("token: expected the alerter.write-token of the settings, found another one");
    }

    private static String parameter(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }

    private Optional<Found> drift(String episode) {
        for (Map.Entry<Comparison, Report> entry : board.get().reports().entrySet()) {
            Optional<Finding> finding = entry.getValue().drift().stream()
                    .filter(each -> each.episode().filter(episode::equals).isPresent())
                    .findFirst();
            if (finding.isPresent()) {
                return Optional.of(new Found(entry.getKey(), entry.getValue(), finding.get()));
            }
        }
        return Optional.empty();
    }

    private void refuse(Context context, int status, String why) {
        templates.answer(context.status(status), "refusal.jte", why);
    }
}
