/** Which platform hosts a database, and which objects are the platform's and not the user's. */
@NullMarked
package io.evenkeel.collector.profile;

import org.jspecify.annotations.NullMarked;
