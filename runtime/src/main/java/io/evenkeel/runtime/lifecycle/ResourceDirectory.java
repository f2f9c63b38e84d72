package io.evenkeel.runtime.lifecycle;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** Files that come with the program, be it from a jar or from a directory of classes. */
public final class ResourceDirectory {
    private ResourceDirectory() {}

    /** Takes what it wants from a directory, which is there only meanwhile. */
    public interface Work {
        void in(Path directory) throws IOException;
    }

    /**
     * For any thread.
     *
     * @param owner of the class path that the directory is on
     * @param name absolute, with a leading slash
     */
    public static void read(Class<?> owner, String name, Work work) throws IOException {
        URL url = owner.getResource(name);
        if (url == null) {
            throw new IllegalStateException("the build left out " + name);
        }
        try {
            if (!(url.openConnection() instanceof JarURLConnection inJar)) {
                work.in(Path.of(url.toURI()));
                return;
            }
            // a file system of its own: the one that the jar's URI names can be open only once
            Path jar = Path.of(inJar.getJarFileURL().toURI());
            try (FileSystem files = FileSystems.newFileSystem(jar)) {
                work.in(files.getPath(name));
            }
        } catch (URISyntaxException malformed) {
            throw new IOException(malformed);
        }
    }
}
