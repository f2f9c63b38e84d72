/** E-mail by SMTP: text and HTML, and one thread for what was found together. */
@NullMarked
package io.evenkeel.alerter.notify.email;

import org.jspecify.annotations.NullMarked;
