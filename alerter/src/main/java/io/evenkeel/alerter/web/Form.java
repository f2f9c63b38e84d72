package io.evenkeel.alerter.web;

import io.javalin.http.Context;
import java.util.Optional;

/** What a person filled in. */
record Form(String decision, String by, String reason, String until) {
    private static final int LONGEST = 1000;

    static final Form EMPTY = new Form(Decision.ACCEPT.name(), "", "", "");

    static Form of(Context context) {
        return new Form(
                field(context, "decision"), field(context, "by"), field(context, "reason"), field(context, "until"));
    }

    /** A field of the request's form; empty where there is none. */
    static String field(Context context, String name) {
        String text = Optional.ofNullable(context.formParam(name)).orElse("").strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
