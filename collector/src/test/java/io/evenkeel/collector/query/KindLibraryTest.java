package io.evenkeel.collector.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.contract.catalog.KindDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KindLibraryTest {
    private static final String HEADER = "-- description: A sail\n-- category: code\n-- severity: info\n-- order: 1\n";

    private static KindFile file(String name, String extra) {
        return KindFileParser.parse(name, HEADER + extra + "SELECT 1 AS id_sail");
    }

    private static List<String> names(List<KindFile> files) {
        return files.stream().map(KindFile::name).toList();
    }

    @Test
    void newestFileNotNewerThanTheServerWins() {
        KindLibrary library = new KindLibrary(List.of(
                file("sail.sql", ""), file("sail.pg15.sql", ""), file("sail.pg17.sql", ""), file("jib.pg18.sql", "")));
        assertThat(names(library.forMajor(14))).containsExactly("sail.sql");
        assertThat(names(library.forMajor(16))).containsExactly("sail.pg15.sql");
        assertThat(names(library.forMajor(18))).containsExactly("jib.pg18.sql", "sail.pg17.sql");
    }

    @Test
    void sourcesOfOneKindAreReadSideBySideAndMustAgree() {
        KindFile one = file("sail@loft.sql", "-- advice-missing: buy it\n");
        KindFile other = file("sail@locker.sql", "-- advice-missing: fetch it\n");
        KindLibrary library = new KindLibrary(List.of(one, other));
        assertThat(names(library.forMajor(17))).containsExactly("sail@locker.sql", "sail@loft.sql");
        List<KindDescriptor> described = KindLibrary.describe(library.forMajor(17));
        assertThat(described).hasSize(1);
        assertThat(described.getFirst().adviceFor("missing")).isEqualTo("fetch it buy it");
        KindFile rebel =
                KindFileParser.parse("sail@tent.sql", HEADER.replace("A sail", "A tent") + "SELECT 1 AS id_sail");
        assertThatThrownBy(() -> new KindLibrary(List.of(one, rebel)))
                .isInstanceOf(KindFileException.class)
                .hasMessageContaining("sail@tent.sql")
                .hasMessageContaining("same as in sail@loft.sql");
    }

    @Test
    void usersOwnKindsHaveTheirPrefix(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("own_sail.sql"), HEADER + "SELECT 1 AS id_sail");
        assertThat(names(KindLibrary.bundled().with(directory).forMajor(17))).contains("own_sail.sql", "table.sql");
        Files.writeString(directory.resolve("sail.sql"), HEADER + "SELECT 1 AS id_sail");
        assertThatThrownBy(() -> KindLibrary.bundled().with(directory)).hasMessageContaining("begins with own_");
    }

    @Test
    void whatWasBuiltHasTheFilesOfTheSourceAndNoOther() throws IOException {
        Path source = Path.of(System.getProperty("evenkeel.root"), "collector/src/main/resources/catalog");
        try (Stream<Path> files = Files.list(source)) {
            assertThat(KindFiles.bundled())
                    .as("Maven keeps in target what was renamed or deleted: ./mvnw clean")
                    .extracting(KindFile::name)
                    .containsExactlyInAnyOrderElementsOf(files.map(file -> String.valueOf(file.getFileName()))
                            .toList());
        }
    }

    @Test
    void everyToolsTableIsKnownByItsNamesBeforeItsRowsAreRead() {
        assertThat(KindLibrary.bundled().forMajor(17))
                .filteredOn(file -> !file.requires().isEmpty())
                .hasSizeGreaterThan(30)
                .allSatisfy(file -> assertThat(file.namesOf("it's", "a {table}"))
                        .as(file.name())
                        .hasSizeGreaterThan(2)
                        .containsSequence("it's", "a {table}"));
    }

    @Test
    void bundledQueriesKeepTheRulesOfTheHouse() {
        for (int major = 13; major <= 18; major++) {
            for (KindFile file : KindLibrary.bundled().forMajor(major)) {
                assertThat(file.sql())
                        .as(file.name())
                        .doesNotContainIgnoringCase("select *")
                        .doesNotContain("pg_authid", "umoptions", "subconninfo", "FROM information_schema")
                        .doesNotContainPattern("::reg(?!class)")
                        .doesNotContainPattern("(?<!'pg_[a-z_]{1,30}')::regclass");
                // rows are nobody's to migrate
                assertThat(file.descriptor().advice().containsKey("missing"))
                        .as(file.name())
                        .isNotEqualTo(file.descriptor().category().equals("data"));
            }
        }
    }
}
