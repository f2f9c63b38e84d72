package io.evenkeel.collector.redact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys, tokens and password hashes that their makers gave a form of their own. */
final class KnownForms implements Finder {
    /**
     * One form.
     *
     * @param before what the text needs to contain; it stands right before the pattern
     * @param within whether it is part of the secret
     */
    private record Form(String before, boolean within, Pattern rest) {}

    private static final List<Form> FORMS = List.of(
            // a JSON web token, or at least its head
            form("eyJ", "[A-Za-z0-9_-]{12,}+(?:\\.[A-Za-z0-9_-]++){0,4}+"),
            form("sk_live_", "[A-Za-z0-9]{8,}+"),
            form("sk_test_", "[A-Za-z0-9]{8,}+"),
            form("rk_live_", "[A-Za-z0-9]{8,}+"),
            form("rk_test_", "[A-Za-z0-9]{8,}+"),
            form("whsec_", "[A-Za-z0-9+/=]{16,}+"),
            form("sk-", "(?=[A-Za-z_-]*+[0-9])[A-Za-z0-9_-]{20,}+"),
            form("AKIA", "[A-Z0-9]{12,}+"),
            form("ASIA", "[A-Z0-9]{12,}+"),
            form("ghp_", "[A-Za-z0-9]{16,}+"),
            form("gho_", "[A-Za-z0-9]{16,}+"),
            form("ghu_", "[A-Za-z0-9]{16,}+"),
            form("ghs_", "[A-Za-z0-9]{16,}+"),
            form("ghr_", "[A-Za-z0-9]{16,}+"),
            form("github_pat_", "[A-Za-z0-9_]{20,}+"),
            form("glpat-", "[A-Za-z0-9_-]{16,}+"),
            form("xox", "[abeoprs]-[A-Za-z0-9-]{8,}+"),
            form("xapp-", "[A-Za-z0-9-]{16,}+"),
            form("AIza", "[A-Za-z0-9_-]{30,}+"),
            form("ya29.", "[A-Za-z0-9_-]{16,}+"),
            form("GOCSPX-", "[A-Za-z0-9_-]{16,}+"),
            form("SG.", "[A-Za-z0-9_-]{16,}+\\.[A-Za-z0-9_-]{16,}+"),
            form("sbp_", "(?:oauth_)?+[0-9a-f]{20,}+"),
            form("sb_secret_", "[A-Za-z0-9_-]{16,}+"),
            form("npm_", "[A-Za-z0-9]{30,}+"),
            form("pypi-", "[A-Za-z0-9_-]{32,}+"),
            form("hf_", "[A-Za-z0-9]{24,}+"),
            form("dckr_pat_", "[A-Za-z0-9_-]{16,}+"),
            form("dop_v1_", "[0-9a-f]{32,}+"),
            form("shpat_", "[0-9a-f]{24,}+"),
            form("SCRAM-SHA-256$", "[0-9A-Za-z+/=:$]{8,}+"),
            form("md5", "[0-9a-f]{32}(?![0-9a-z_])"),
            address("hooks.slack.com/services/", "[A-Za-z0-9/_-]{8,}+"),
            address("hooks.slack.com/workflows/", "[A-Za-z0-9/_-]{8,}+"),
            address("/api/webhooks/", "[A-Za-z0-9/_-]{8,}+"),
            address(".webhook.office.com/", "[A-Za-z0-9/_@-]{8,}+"),
            address("api.telegram.org/bot", "[A-Za-z0-9:_-]{8,}+"));

    private static Form form(String before, String rest) {
        return new Form(before, true, Pattern.compile(rest));
    }

    private static Form address(String before, String rest) {
        return new Form(before, false, Pattern.compile(rest));
    }

    @Override
    public void find(Haystack in, List<Span> found) {
        FORMS.forEach(form -> find(form, in, found));
    }

    private static void find(Form form, Haystack in, List<Span> found) {
        int from = in.text().indexOf(form.before());
        while (from >= 0) {
            int rest = from + form.before().length();
            if (!form.within() || !in.isWord(from - 1)) {
                Matcher matcher = in.match(form.rest(), rest, Integer.MAX_VALUE);
                if (matcher.lookingAt()) {
                    found.add(new Span(form.within() ? from : rest, matcher.end()));
                    rest = matcher.end();
                }
            }
            from = in.text().indexOf(form.before(), rest);
        }
    }
}
