package io.evenkeel.runtime.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Opens a settings file. It is composed into nodes only: no tag can make an object. */
public final class SettingsFile {
    private static final int MAX_CODE_POINTS = 1024 * 1024;
    private static final int MAX_ALIASES = 20;

    private SettingsFile() {}

    /**
     * Reads the file.
     *
     * @param variables environment variables, for {@code ${env:NAME}} and for {@code EVENKEEL_...} in place of keys
     * @throws SettingsException if it cannot be read or is not a YAML mapping
     */
    public static Section read(Path file, Map<String, String> variables) {
        try {
            return parse(file.toString(), Files.readString(file), variables);
        } catch (NoSuchFileException missing) {
            throw new SettingsException(List.of(file + ": no such file; expected a settings file in YAML"));
        } catch (IOException unreadable) {
            throw new SettingsException(List.of(file + ": cannot be read: " + unreadable));
        }
    }

    /** Reads settings from a text; {@code name} stands for the file in messages. */
    public static Section parse(String name, String yaml, Map<String, String> variables) {
        Problems problems = new Problems(name);
        Variables values = new Variables(variables);
        return new Section(problems, values, "", compose(name, yaml));
    }

    /** Reads a text that others may have written: nothing in it stands for a file or a variable. */
    public static Section literal(String name, String yaml) {
        return new Section(new Problems(name), Variables.LITERAL, "", compose(name, yaml));
    }

    private static MappingNode compose(String name, String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CODE_POINTS);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setAllowDuplicateKeys(false);
        try {
            Node root = new Yaml(options).compose(new StringReader(yaml));
            if (root instanceof MappingNode mapping) {
                return mapping;
            }
            throw new SettingsException(List.of(name + ": expected keys and values, found "
                    + (root == null ? "nothing" : "a " + root.getNodeId()) + "; see the example settings in deploy/"));
        } catch (MarkedYAMLException malformed) {
            int line = malformed.getProblemMark() == null
                    ? 0
                    : malformed.getProblemMark().getLine() + 1;
            throw new SettingsException(List.of(name + ":" + line + ": not YAML: " + malformed.getProblem()));
        } catch (YAMLException malformed) {
            throw new SettingsException(List.of(name + ": not YAML: " + malformed.getMessage()));
        }
    }
}
