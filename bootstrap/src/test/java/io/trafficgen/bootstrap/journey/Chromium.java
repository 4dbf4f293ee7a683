package io.trafficgen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A real browser with one page, and somebody in front of it. */
public final class Chromium implements AutoCloseable {
  private static final String PROGRAM = "chromium";
  private static final String READY = "DevTools listening on ";

  private final Process process;
  private final DevTools devTools;
  private final Optional<String> page;
  private final List<String> errors = new CopyOnWriteArrayList<>();

  private Chromium(Process process, URI address) {
    this.process = process;
    devTools = new DevTools(address, this::note);
    JsonNode target = browser("Target.createTarget", Map.of("url", "about:blank"));
    JsonNode attached =
        browser(
            "Target.attachToTarget", Map.of("targetId", target.get("targetId"), "flatten", true));
    page = Optional.of(attached.get("sessionId").asText());
    page("Runtime.enable", Map.of());
    page("Log.enable", Map.of());
  }

  public static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
  }

  /** Starts it with a fresh profile in {@code profile}. */
  public static Chromium start(Path profile) throws IOException {
    Process process =
        new ProcessBuilder(
                PROGRAM,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader words = process.errorReader(StandardCharsets.UTF_8);
    String line = words.readLine();
    while (line != null && !line.startsWith(READY)) {
      line = words.readLine();
    }
    assertThat(line).as(PROGRAM + " ended before it was ready").isNotNull();
    // read on, so that it never waits for a reader
    Thread.ofPlatform().daemon().start(() -> words.lines().forEach(ignored -> {}));
    return new Chromium(process, URI.create(line.substring(READY.length())));
  }

  void open(URI address) {
    page("Page.navigate", Map.of("url", address.toString()));
  }

  /** Loads {@code address} in a page of somebody who was never there, and leaves. */
  public void visit(URI address) {
    JsonNode context = browser("Target.createBrowserContext", Map.of()).get("browserContextId");
    JsonNode target =
        browser("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context));
    Optional<String> visitor =
        Optional.of(
            browser(
                    "Target.attachToTarget",
                    Map.of("targetId", target.get("targetId"), "flatten", true))
                .get("sessionId")
                .asText());
    // answers when the page is there, though not yet loaded
    devTools.call(visitor, "Page.navigate", Map.of("url", address.toString()));
    devTools.call(
        visitor,
        "Runtime.evaluate",
        Map.of(
            "awaitPromise",
            true,
            "expression",
            "new Promise(done => document.readyState === 'complete' ? done()"
                + " : addEventListener('load', done))"));
    browser("Target.disposeBrowserContext", Map.of("browserContextId", context));
  }

  /** The value of a JavaScript expression in the page. */
  JsonNode evaluate(String expression) {
    JsonNode answer =
        page("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    assertThat(answer.get("exceptionDetails")).as(expression).isNull();
    return answer.at("/result/value");
  }

  /** Evaluates again and again until the expression is truthy. */
  void await(String expression) {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!evaluate("Boolean(" + expression + ")").asBoolean()) {
      assertThat(Instant.now())
          .as(expression + " " + errors + " " + evaluate("document.body.innerText").asText())
          .isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  /** Replaces what stands in a field. */
  void type(String selector, String text) {
    evaluate("document.querySelector('" + selector + "').select()");
    page("Input.insertText", Map.of("text", text));
  }

  /** Clicks where the element is seen. */
  void press(String selector) {
    JsonNode box =
        evaluate("document.querySelector('" + selector + "').getBoundingClientRect().toJSON()");
    double x = box.get("x").asDouble() + box.get("width").asDouble() / 2;
    double y = box.get("y").asDouble() + box.get("height").asDouble() / 2;
    for (String type : List.of("mousePressed", "mouseReleased")) {
      page(
          "Input.dispatchMouseEvent",
          Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
    }
  }

  /** Uncaught exceptions, and errors of the browser's log: content policy, failed requests. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  /** Lets it end by itself first, so that nothing of it writes into the profile any more. */
  @Override
  public void close() {
    browser("Browser.close", Map.of());
    process
        .onExit()
        .orTimeout(10, TimeUnit.SECONDS)
        .exceptionally(late -> process.destroyForcibly())
        .join();
  }

  private JsonNode browser(String method, Map<String, Object> parameters) {
    return devTools.call(Optional.empty(), method, parameters);
  }

  private JsonNode page(String method, Map<String, Object> parameters) {
    return devTools.call(page, method, parameters);
  }

  private void note(JsonNode event) {
    JsonNode entry = event.at("/params/entry");
    if (event.path("method").asText().equals("Runtime.exceptionThrown")) {
      errors.add(event.at("/params/exceptionDetails").toString());
    } else if (entry.path("level").asText().equals("error")) {
      errors.add(entry.path("text").asText() + " " + entry.path("url").asText());
    }
  }
}
