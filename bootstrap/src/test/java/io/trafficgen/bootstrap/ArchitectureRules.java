package io.trafficgen.bootstrap;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ANONYMOUS_CLASSES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.trafficgen.bootstrap.ArchitectureWords.closed;
import static io.trafficgen.bootstrap.ArchitectureWords.constructorOfAUseCase;
import static io.trafficgen.bootstrap.ArchitectureWords.haveAtMostOnePublicMethod;
import static io.trafficgen.bootstrap.ArchitectureWords.nestedEnum;
import static io.trafficgen.bootstrap.ArchitectureWords.pureJdk;
import static io.trafficgen.bootstrap.ArchitectureWords.useCases;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

/** The rules that guard the house; {@link ArchitectureRulesBiteTest} has an offender for each. */
enum ArchitectureRules {
  DOMAIN_STANDS_ALONE(
      classes()
          .that()
          .resideInAPackage("io.trafficgen.domain..")
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage("io.trafficgen.domain..").or(pureJdk()))),

  APPLICATION_KNOWS_THE_DOMAIN_ONLY(
      classes()
          .that()
          .resideInAPackage("io.trafficgen.application..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("io.trafficgen.domain..", "io.trafficgen.application..")
                  .or(pureJdk())
                  .or(
                      resideInAnyPackage(
                          "java.io",
                          "java.security",
                          "java.util.concurrent",
                          "java.util.concurrent.atomic",
                          "java.util.concurrent.locks")))),

  LAYERS_POINT_INWARD(
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("domain")
          .definedBy("io.trafficgen.domain..")
          .layer("application")
          .definedBy("io.trafficgen.application..")
          .layer("web")
          .definedBy("io.trafficgen.web..")
          .layer("persistence")
          .definedBy("io.trafficgen.persistence..")
          .layer("engine")
          .definedBy("io.trafficgen.engine..")
          .layer("bootstrap")
          .definedBy("io.trafficgen.bootstrap..")
          .whereLayer("bootstrap")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("web")
          .mayOnlyBeAccessedByLayers("bootstrap")
          .whereLayer("persistence")
          .mayOnlyBeAccessedByLayers("bootstrap")
          .whereLayer("engine")
          .mayOnlyBeAccessedByLayers("bootstrap")
          .whereLayer("application")
          .mayOnlyBeAccessedByLayers("web", "persistence", "engine", "bootstrap")
          .ensureAllClassesAreContainedInArchitecture()),

  PORTS_ARE_SHAPES(
      classes()
          .that()
          .resideInAPackage("io.trafficgen.application.port..")
          .should()
          .beInterfaces()
          .orShould()
          .beRecords()
          // the few words that one port speaks may stand inside it
          .orShould(ArchCondition.from(nestedEnum()))),

  /** What use cases share has none: it is spoken to by its own feature alone. */
  USE_CASES_DO_ONE_THING(
      classes()
          .that(useCases())
          .should()
          .haveModifier(JavaModifier.FINAL)
          .andShould(ArchCondition.from(haveAtMostOnePublicMethod()))
          .allowEmptyShould(false)),

  ONLY_BOOTSTRAP_BUILDS_USE_CASES(
      noClasses()
          .that()
          .resideOutsideOfPackage("io.trafficgen.bootstrap..")
          .should()
          .accessTargetWhere(constructorOfAUseCase())),

  ROUTES_SEE_NO_PORTS(
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Routes")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.trafficgen.application.port..")),

  NOTHING_AMBIENT_OUTSIDE_BOOTSTRAP(
      noClasses()
          .that()
          .resideOutsideOfPackage("io.trafficgen.bootstrap..")
          // the entry of a worker JVM wires its own process, as Main does
          .and()
          .doNotHaveFullyQualifiedName("io.trafficgen.engine.worker.WorkerMain")
          .should()
          .accessTargetWhere(new AmbientReads())),

  MONEY_KNOWS_NO_FLOATING_POINT(
      classes()
          .that()
          .resideInAnyPackage("..money..", "..pricing..", "..billing..", "..affiliate..")
          .should(new UseNoFloatingPoint())),

  NAMES_SAY_WHAT_THINGS_ARE(
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|Dto|UseCase|Port|Adapter)(\\$.*)?")),

  DOMAIN_TYPES_ARE_CLOSED(
      classes()
          .that()
          .resideInAPackage("io.trafficgen.domain..")
          .and(not(ANONYMOUS_CLASSES))
          .should(ArchCondition.from(closed()))),

  DOMAIN_FEATURES_ARE_FREE_OF_CYCLES(
      slices().matching("io.trafficgen.domain.(*)..").should().beFreeOfCycles());

  @SuppressWarnings("ImmutableEnumChecker") // a rule is a value, its interface only does not say so
  private final ArchRule rule;

  ArchitectureRules(ArchRule rule) {
    this.rule = rule;
  }

  ArchRule rule() {
    return rule;
  }
}
