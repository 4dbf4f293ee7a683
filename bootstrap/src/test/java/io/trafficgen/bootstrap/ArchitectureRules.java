package io.trafficgen.bootstrap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ANONYMOUS_CLASSES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.net.IDN;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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

  /** Values and functions: nothing that opens, connects, sleeps or starts. */
  private static DescribedPredicate<JavaClass> pureJdk() {
    return resideInAnyPackage(
            "java.lang",
            "java.lang.runtime",
            "java.math",
            "java.nio",
            "java.nio.charset",
            "java.text",
            "java.time..",
            "java.util",
            "java.util.function",
            "java.util.random",
            "java.util.regex",
            "java.util.stream")
        .or(
            belongToAnyOf(
                IDN.class, Inet4Address.class, Inet6Address.class, InetAddress.class, URI.class))
        .or(belongToAnyOf(URISyntaxException.class, GeneralSecurityException.class))
        .or(belongToAnyOf(MessageDigest.class, Mac.class, Key.class, SecretKeySpec.class))
        .or(belongToAnyOf(NoSuchAlgorithmException.class, InvalidKeyException.class))
        .as("the pure part of the JDK");
  }

  private static DescribedPredicate<JavaClass> nestedEnum() {
    return describe("be nested enums", type -> type.isEnum() && type.isNestedClass());
  }

  private static DescribedPredicate<JavaClass> closed() {
    return describe(
        "be final, enum, record or sealed",
        type ->
            type.getModifiers().contains(JavaModifier.FINAL)
                || type.isEnum()
                || type.isRecord()
                || type.isSealed());
  }
}
