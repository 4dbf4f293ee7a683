package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the production classes of all modules to {@link ArchitectureRules}. */
final class ArchitectureTest {
  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(ArchitectureTest::isProduction)
          .importPackages("io.trafficgen");

  @ParameterizedTest
  @EnumSource
  void the_house_obeys(ArchitectureRules rule) {
    rule.rule().check(PRODUCTION);
  }

  /** Else a rule over a package that nobody imported would pass in silence. */
  @Test
  void the_rules_see_every_production_source_and_nothing_else() throws IOException {
    Set<String> seen =
        PRODUCTION.stream()
            .filter(JavaClass::isTopLevelClass)
            .map(JavaClass::getName)
            .collect(Collectors.toSet());

    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(productionSources())
        .contains(
            "io.trafficgen.domain.InvalidValueException",
            "io.trafficgen.application.port.VisitDriver",
            "io.trafficgen.engine.worker.WorkerMain",
            "io.trafficgen.bootstrap.Main")
        .doesNotContain(ArchitectureTest.class.getName());
  }

  /** Contracts share scenes, which then name the port. */
  @Test
  void every_port_has_a_contract() throws IOException {
    Path contracts = Path.of("../application/src/test/java/io/trafficgen/application/contract");
    StringBuilder held = new StringBuilder();
    try (Stream<Path> files = Files.list(contracts)) {
      for (Path file : files.toList()) {
        held.append(Files.readString(file));
      }
    }
    assertThat(
            PRODUCTION.stream()
                .filter(type -> type.getPackageName().equals("io.trafficgen.application.port"))
                .filter(type -> type.isInterface() && type.isTopLevelClass())
                .filter(type -> !type.reflect().isSealed())
                .map(port -> "import " + port.getName() + ";")
                .filter(line -> held.indexOf(line) < 0))
        .isEmpty();
  }

  private static boolean isProduction(Location location) {
    return !location.contains("-tests.jar")
        && !location.contains("/test-classes/")
        && !location.contains("/package-info.class")
        && !location.contains("/module-info.class");
  }

  private static Set<String> productionSources() throws IOException {
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(ArchitectureTest::typesUnder)
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> typesUnder(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".java") && !name.endsWith("-info.java"))
          .map(name -> name.replaceFirst("\\.java$", "").replace(File.separatorChar, '.'))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
