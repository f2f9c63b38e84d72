package io.evenkeel.alerter.web;

/** A request asks for what there is not; the message names the parameter, what was expected and what was found. */
final class BadParameterException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;

    BadParameterException(String problem) {
        super(problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
