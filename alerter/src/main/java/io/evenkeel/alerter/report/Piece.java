package io.evenkeel.alerter.report;

/**
 * A part of a text.
 *
 * @param changed whether the other side lacks it
 */
record Piece(String text, boolean changed) {}
