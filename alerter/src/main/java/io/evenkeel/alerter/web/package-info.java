/** The console and the API: what people and programs look at, and where they decide. */
@NullMarked
package io.evenkeel.alerter.web;

import org.jspecify.annotations.NullMarked;
