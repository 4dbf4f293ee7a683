package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.visit.RunVisit;
import io.trafficgen.domain.money.Money;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's examples of embedding, compiled and run in a JVM that has nothing else. */
final class EmbeddingTest {
  private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final List<String> JDK =
      List.of("java.time", "java.util", "java.util.concurrent", "java.util.random");

  @TempDir Path folder;

  @Test
  void a_program_uses_the_domain_alone() throws Exception {
    String printed = run(0, Money.class);

    assertThat(printed)
        .contains("1250000 visits, 100.00 commission, first https://shop.example/")
        .contains("field=trafficSpeed", "field=timeOnPage")
        .containsPattern("20000 visits by 20\\d\\d-.* for 11\\.60");
  }

  @Test
  void a_program_brings_its_own_driver() throws Exception {
    String printed = run(1, Money.class, RunVisit.class);

    assertThat(printed)
        .contains("Completed[] [https://shop.example/, https://shop.example/kettles]");
  }

  /** Modules are named by a class of each; as modules they show what they export, and no more. */
  private String run(int example, Class<?>... modules) throws Exception {
    String path =
        Stream.of(modules)
            .map(EmbeddingTest::place)
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    Path source = folder.resolve("Example.java");
    Files.writeString(source, program(example, path));
    var messages = new StringWriter();
    var options = List.of("-d", folder.toString(), "-p", path, "--add-modules", "ALL-MODULE-PATH");
    var compiler = ToolProvider.getSystemJavaCompiler();
    var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
    var sources = files.getJavaFileObjects(source);
    boolean compiled = compiler.getTask(messages, files, null, options, null, sources).call();
    assertThat(compiled).as(messages.toString()).isTrue();
    return output(path);
  }

  private String output(String path) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                path,
                "--add-modules",
                "ALL-MODULE-PATH",
                "-cp",
                folder.toString(),
                "Example")
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  /** The lines of the README with the imports that it leaves out. */
  private static String program(int example, String path) throws IOException {
    Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("..", "README.md")));
    String lines = examples.results().skip(example).findFirst().orElseThrow().group(1);
    String imports =
        Stream.concat(JDK.stream(), exported(path))
            .map("import %s.*;"::formatted)
            .collect(Collectors.joining("\n"));
    return """
    %s
    class Example {
      public static void main(String[] arguments) {
    %s
      }
    }
    """
        .formatted(imports, lines.indent(4));
  }

  private static Stream<String> exported(String path) {
    Path[] places = Stream.of(path.split(File.pathSeparator)).map(Path::of).toArray(Path[]::new);
    return ModuleFinder.of(places).findAll().stream()
        .flatMap(module -> module.descriptor().exports().stream())
        .map(exports -> exports.source());
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
