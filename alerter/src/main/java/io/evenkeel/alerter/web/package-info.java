/** The console and the API: what people and programs look at, reading only. */
@NullMarked
package io.evenkeel.alerter.web;

import org.jspecify.annotations.NullMarked;
