package io.evenkeel.alerter.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;

/** The pages, as they were compiled into the program. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), Templates.class.getPackageName());

    void answer(Context context, String template, Object model) {
        StringOutput output = new StringOutput();
        engine.render(template, model, output);
        context.contentType("text/html; charset=utf-8").result(output.toString());
    }
}
