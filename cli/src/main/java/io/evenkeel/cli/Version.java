package io.evenkeel.cli;

import io.evenkeel.runtime.lifecycle.Build;
import picocli.CommandLine.IVersionProvider;

/** The version of the build. */
final class Version implements IVersionProvider {
    static String number() {
        return Build.current().version();
    }

    @Override
    public String[] getVersion() {
        return new String[] {"evenkeel " + number() + ", Java " + Runtime.version()};
    }
}
