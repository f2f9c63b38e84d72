package io.evenkeel.systemtest.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

@AnalyzeClasses(
        packages = {"io.evenkeel", "gg.jte.generated"},
        importOptions = MainCode.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule contractKnowsOnlyTheJdkAndJackson = classes()
            .that()
            .resideInAPackage("io.evenkeel.contract..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "io.evenkeel.contract..", "java..", "com.fasterxml.jackson..", "org.jspecify.annotations.."))
            .because("the words on the wire must be usable by a program that has neither Kafka nor JDBC");

    @ArchTest
    static final ArchRule runtimeKnowsNoDomainWord = noClasses()
            .that()
            .resideInAPackage("io.evenkeel.runtime..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "io.evenkeel.contract..",
                    "io.evenkeel.collector..",
                    "io.evenkeel.analyzer..",
                    "io.evenkeel.alerter..",
                    "io.evenkeel.cli.."))
            .because("what every service needs must not change when the domain does");

    @ArchTest
    static final ArchRule collectorStandsAlone = standsAlone("collector", "analyzer", "alerter");

    @ArchTest
    static final ArchRule analyzerStandsAlone = standsAlone("analyzer", "collector", "alerter");

    @ArchTest
    static final ArchRule alerterStandsAlone = standsAlone("alerter", "collector", "analyzer");

    private static ArchRule standsAlone(String module, String... others) {
        return noClasses()
                .that()
                .resideInAPackage("io.evenkeel." + module + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.evenkeel." + others[0] + "..",
                        "io.evenkeel." + others[1] + "..",
                        "io.evenkeel.embedded..",
                        "io.evenkeel.cli.."))
                .because("services talk through topics only, so that each can run, fail and be upgraded alone");
    }

    @ArchTest
    static final ArchRule logicIsPure = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.evenkeel.analyzer.diff..",
                    "io.evenkeel.analyzer.fold..",
                    "io.evenkeel.analyzer.ledger..",
                    "io.evenkeel.analyzer.compare..",
                    "io.evenkeel.alerter.report..",
                    "io.evenkeel.alerter.rule..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.apache.kafka..", "java.sql..", "javax.sql..", "io.micrometer.."))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("what decides must be testable and replayable: time and input are arguments");

    @ArchTest
    static final ArchRule onlyReadSeesJdbcInTheCollector = noClasses()
            .that()
            .resideInAPackage("io.evenkeel.collector..")
            .and()
            .resideOutsideOfPackage("io.evenkeel.collector.read..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql.."))
            .because("how a catalog is read without lying is decided in one place");

    @ArchTest
    static final ArchRule redactionIsAFunctionOfATextAndAKey = classes()
            .that()
            .resideInAPackage("io.evenkeel.collector.redact..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "io.evenkeel.collector.redact..",
                    "io.evenkeel.contract.catalog..",
                    "java.lang..",
                    "java.nio.charset..",
                    "java.security..",
                    "java.util..",
                    "javax.crypto..",
                    "org.jspecify.annotations.."))
            .because("what keeps secrets in must be small enough to be read as a whole");

    @ArchTest
    static final ArchRule onlyTopologySeesStreams = noClasses()
            .that()
            .resideOutsideOfPackage("io.evenkeel.analyzer.topology..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.kafka.streams.."))
            .because("the stream processor is a shell around logic that knows no Kafka");

    @ArchTest
    static final ArchRule metricsStayInTheirRooms = noClasses()
            .that()
            .resideOutsideOfPackages("io.evenkeel.runtime.http..", "io.evenkeel.alerter.metric..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.micrometer..", "io.prometheus.."))
            .because("the set of metrics and their labels is reviewed in one place");

    @ArchTest
    static final ArchRule noPackageCycles = slices().matching("io.evenkeel.(**)")
            .should()
            .beFreeOfCycles()
            .because("a stranger should be able to read one package after the other");

    @ArchTest
    static final ArchRule publicMeansUsedElsewhere = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .resideOutsideOfPackages(
                    "io.evenkeel.contract..", "io.evenkeel.runtime..", "io.evenkeel.embedded..", "gg.jte..")
            .and()
            .doNotHaveFullyQualifiedName("io.evenkeel.cli.Main")
            .and()
            .haveNameNotMatching("io\\.evenkeel\\.alerter\\.web\\.Jte\\w+Generated")
            .should(new UsedFromAnotherPackage())
            .because("everything that another package does not use is package-private");

    private static final class UsedFromAnotherPackage extends ArchCondition<JavaClass> {
        UsedFromAnotherPackage() {
            super("be used from another package");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean needed = usedElsewhere(type) || inASignature(type) || comesAsAnother(type);
            events.add(new SimpleConditionEvent(type, needed, type.getName() + " is used only in its own package"));
        }

        private static boolean usedElsewhere(JavaClass type) {
            return type.getDirectDependenciesToSelf().stream()
                    .anyMatch(dependency ->
                            !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
        }

        /** What a public method of a public type gives or takes is public with it. */
        private static boolean inASignature(JavaClass type) {
            return type.getPackage().getClasses().stream()
                    .filter(other -> !other.equals(type) && other.getModifiers().contains(JavaModifier.PUBLIC))
                    .flatMap(other -> other.getMethods().stream())
                    .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                    .anyMatch(method -> method.getAllInvolvedRawTypes().contains(type));
        }

        /** Exceptions and service providers leave their package under the name of what they extend. */
        private static boolean comesAsAnother(JavaClass type) {
            return type.isAssignableTo(Throwable.class)
                    || type.getAllRawInterfaces().stream()
                            .anyMatch(extended -> extended.getPackageName().startsWith("io.evenkeel")
                                    && !extended.getPackageName().equals(type.getPackageName()));
        }
    }
}
