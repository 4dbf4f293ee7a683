package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compiles small offenders and expects each rule to name every one of them. */
final class ArchitectureRulesBiteTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void a_rule_bites_each_of_its_offenders(ArchitectureRules rule) {
    compile(offendersOf(rule));
    var classes = new ClassFileImporter().importPath(folder);

    var report = rule.rule().evaluate(classes).getFailureReport().toString();

    var offenders =
        classes.stream().filter(type -> type.getSimpleName().startsWith("Offender")).toList();
    assertThat(offenders).isNotEmpty();
    assertThat(offenders).allSatisfy(offender -> assertThat(report).contains(offender.getName()));
  }

  /** A switch without default: a rule that comes without an offender does not compile. */
  private static List<Source> offendersOf(ArchitectureRules rule) {
    return switch (rule) {
      case DOMAIN_STANDS_ALONE ->
          List.of(
              source("application", "Inner", "public interface Inner {}"),
              source(
                  "domain",
                  "OffenderUp",
                  "class OffenderUp { io.trafficgen.application.Inner it; }"),
              source("domain", "OffenderNet", "class OffenderNet { java.net.Socket it; }"),
              source("domain", "OffenderFile", "class OffenderFile { java.io.File it; }"));
      case APPLICATION_KNOWS_THE_DOMAIN_ONLY ->
          List.of(
              source("web", "Edge", "public interface Edge {}"),
              source(
                  "application", "OffenderUp", "class OffenderUp { io.trafficgen.web.Edge it; }"),
              source("application", "OffenderSql", "class OffenderSql { java.sql.Driver it; }"),
              source(
                  "application", "OffenderFile", "class OffenderFile { java.nio.file.Path it; }"));
      case LAYERS_POINT_INWARD ->
          List.of(
              source("persistence", "Store", "public interface Store {}"),
              source("bootstrap", "Wiring", "public interface Wiring {}"),
              source(
                  "web",
                  "OffenderAside",
                  "class OffenderAside { io.trafficgen.persistence.Store it; }"),
              source(
                  "engine",
                  "OffenderUp",
                  "class OffenderUp { io.trafficgen.bootstrap.Wiring it; }"),
              source("stray", "OffenderStray", "class OffenderStray {}"));
      case PORTS_ARE_SHAPES ->
          List.of(
              source("application.port", "OffenderClass", "class OffenderClass {}"),
              source("application.port", "OffenderEnum", "enum OffenderEnum { ONE }"));
      case USE_CASES_DO_ONE_THING ->
          List.of(
              source("application.site", "OffenderOpen", "public class OffenderOpen {}"),
              source(
                  "application.site",
                  "OffenderTwice",
                  "public final class OffenderTwice { public void f() {} public void g() {} }"));
      case ONLY_BOOTSTRAP_BUILDS_USE_CASES ->
          List.of(
              source("application.site", "AddIt", "public final class AddIt {}"),
              source(
                  "web",
                  "OffenderNew",
                  "class OffenderNew { Object it = new io.trafficgen.application.site.AddIt(); }"),
              source(
                  "application.visit",
                  "OffenderReference",
                  "class OffenderReference { java.util.function.Supplier<?> it ="
                      + " io.trafficgen.application.site.AddIt::new; }"));
      case ROUTES_SEE_NO_PORTS ->
          List.of(
              source("application.port", "Sites", "public interface Sites {}"),
              source(
                  "web",
                  "OffenderRoutes",
                  "class OffenderRoutes { io.trafficgen.application.port.Sites it; }"));
      case NOTHING_AMBIENT_OUTSIDE_BOOTSTRAP ->
          ambient(
              "java.time.Instant.now()",
              "(java.util.function.Supplier<?>) java.time.Instant::now",
              "java.time.LocalDate.now(java.time.ZoneId.of(\"UTC\"))",
              "System.nanoTime()",
              "new java.util.Date()",
              "new java.security.SecureRandom()",
              "(java.util.function.Supplier<?>) java.util.Random::new",
              "java.util.UUID.randomUUID()",
              "java.util.concurrent.ThreadLocalRandom.current()",
              "System.getenv(\"HOME\")",
              "System.getProperty(\"user.home\")",
              "java.time.ZoneId.systemDefault()");
      case MONEY_KNOWS_NO_FLOATING_POINT ->
          List.of(
              source("domain.money", "OffenderField", "class OffenderField { double it; }"),
              source(
                  "domain.pricing",
                  "OffenderArray",
                  "class OffenderArray { void f(float[] x) {} }"),
              source(
                  "application.billing",
                  "OffenderCall",
                  "class OffenderCall { long f(Number x) { return (long) x.doubleValue(); } }"));
      case NAMES_SAY_WHAT_THINGS_ARE ->
          List.of(
              source("web", "OffenderManager", "class OffenderManager {}"),
              source("domain", "Outer", "class Outer { static class OffenderUtils {} }"));
      case DOMAIN_TYPES_ARE_CLOSED ->
          List.of(
              source("domain.site", "OffenderClass", "class OffenderClass {}"),
              source("domain.site", "OffenderInterface", "interface OffenderInterface {}"));
      case DOMAIN_FEATURES_ARE_FREE_OF_CYCLES ->
          List.of(
              source(
                  "domain.site",
                  "OffenderA",
                  "public class OffenderA { io.trafficgen.domain.visit.OffenderB it; }"),
              source(
                  "domain.visit",
                  "OffenderB",
                  "public class OffenderB { io.trafficgen.domain.site.OffenderA it; }"));
    };
  }

  private static List<Source> ambient(String... expressions) {
    return IntStream.range(0, expressions.length)
        .mapToObj(index -> {
          String name = "Offender%02d".formatted(index);
          return source(
              "engine",
              name,
              "class %s { Object it() { return %s; } }".formatted(name, expressions[index]));
        })
        .toList();
  }

  private static Source source(String packageName, String name, String body) {
    return new Source(
        packageName, name, "package io.trafficgen.%s; %s".formatted(packageName, body));
  }

  private void compile(List<? extends JavaFileObject> sources) {
    var messages = new StringWriter();
    var options = List.of("-proc:none", "--release", "21", "-d", folder.toString());
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(messages, null, null, options, null, sources)
            .call();
    assertThat(compiled).as(messages.toString()).isTrue();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String packageName, String name, String text) {
      super(URI.create("memory:///%s/%s.java".formatted(packageName, name)), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
