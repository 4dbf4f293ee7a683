package io.trafficgen.engine.worker;

import static io.trafficgen.domain.visit.FailureReason.CONTENT;
import static io.trafficgen.domain.visit.FailureReason.DRIVER;
import static io.trafficgen.domain.visit.FailureReason.GUARD;
import static io.trafficgen.domain.visit.FailureReason.TIMEOUT;

import com.sun.net.httpserver.HttpHandler;
import io.trafficgen.application.contract.VisitDriverContract;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.TestSite;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A page that means harm (security page, 5.3).
 *
 * @param ends with one of these reasons; none = the page loads, for what it tries leads nowhere
 */
record Attack(String name, HttpHandler page, Set<FailureReason> ends) {
  /** Asks {@code /leaked} as soon as anything of the canary's text is seen. */
  private static final String TELL =
      "<script>function tell(t) { if (String(t).indexOf('canary') >= 0) { var x = new"
          + " XMLHttpRequest(); x.open('GET', '/leaked', false); x.send() } }</script>";

  /** Short where the end is waited for; else ample, for a machine that does much else. */
  Duration deadline() {
    return ends.contains(TIMEOUT) ? Duration.ofMillis(1_500) : VisitDriverContract.AMPLE;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Pages that cost their worker; a fresh one takes its time. */
  static List<Attack> deadly() {
    return List.of(
        script("a parser without end", "x.innerHTML = '<p>'.repeat(3e6)", TIMEOUT, DRIVER),
        script("a nest without end", "x.innerHTML = '<div>'.repeat(1e5)", TIMEOUT, DRIVER, CONTENT),
        script("memory at once", "var a = []; for (;;) a.push(new Array(1e7).fill(7))", DRIVER));
  }

  /** Pages that exhaust something. */
  static List<Attack> greedy() {
    return List.of(
        script(
            "memory bit by bit", "var a = []; for (;;) a.push({b: [a.length]})", TIMEOUT, DRIVER),
        script("script without end", "for (;;) {}", TIMEOUT),
        script("timer without end", "setTimeout(function () { for (;;) {} }, 1)", TIMEOUT),
        script("timers by the thousand", "for (var i = 0; i < 5e3; i++) setInterval('1', 1)"),
        script("an expression without end", "/(a+)+$/.test('a'.repeat(60) + 'b')", TIMEOUT),
        script("writing without end", "for (;;) document.write('<p>x')", TIMEOUT, CONTENT),
        script("a stack without end", "(function f() { f() })()"),
        script(
            "a worker without end",
            "new Worker(URL.createObjectURL(new Blob(['for (;;) {}'])))",
            TIMEOUT),
        script("windows by the hundred", "for (var i = 0; i < 300; i++) window.open('/greedy')"),
        script(
            "requests by the hundred", "for (var i = 0; i < 300; i++) new Image().src = '/' + i"),
        script("a cookie of megabytes", "document.cookie = 'a=' + 'b'.repeat(5e6)"),
        html(
            "more to tell than a frame holds",
            "<meta charset=utf-8>"
                + ("<script>for (var i = 0; i < 20; i++) document.cookie = Math.random() + '='"
                        + " + '\u4e2d'.repeat(4000)</script>")
                    .repeat(10)
                + IntStream.range(0, 500)
                    .mapToObj(i -> "<a href='/" + i + "\u4e2d".repeat(2_000) + "'>on</a>")
                    .collect(Collectors.joining()),
            CONTENT),
        html("a style that imports itself", "<style>@import url('/greedy')</style>"),
        html("a page that refreshes itself", "<meta http-equiv=refresh content='0'>", CONTENT),
        html("frames in frames", "<iframe src='/greedy'></iframe>".repeat(50)));
  }

  /** Pages that reach for what is not theirs. */
  static List<Attack> curious(String canary) {
    return Stream.of(
            script("the way to Java", "java.lang.System.exit(1)"),
            script("the other way to Java", "Packages.java.lang.Runtime.getRuntime().halt(1)"),
            script("a way by reflection", "({}).getClass().forName('java.lang.System').exit(1)"),
            script("one more way to Java", "new JavaImporter(java.lang).System.exit(1)"),
            html("a script of a file", "<script src='" + canary + "'></script>"),
            html("a style of a file", "<link rel=stylesheet href='" + canary + "'>"),
            html(
                "a frame of a file",
                "<iframe src='"
                    + canary
                    + "' onload='"
                    + "tell(this.contentDocument.body.textContent)'></iframe>"),
            html(
                "a refresh to a file",
                "<meta http-equiv=refresh content='0;" + canary + "'>",
                GUARD),
            script("a way to a file", "location = '" + canary + "'"),
            script("a window of a file", "tell(window.open('" + canary + "').document.body)"),
            script("a worker of a file", "new Worker('" + canary + "')"),
            script("a jar", "location = 'jar:" + canary + "!/a'"),
            script("data and blob", "location = 'data:text/html,<p>here'"),
            script(
                "an entity of a file",
                """
                tell(new XMLSerializer().serializeToString(new DOMParser().parseFromString(
                    '<!DOCTYPE a [<!ENTITY b SYSTEM "%s">]><a>&b;</a>', 'text/xml')))\
                """
                    .formatted(canary)),
            script(
                "a transformation",
                """
                var p = new XSLTProcessor(), d = new DOMParser().parseFromString(
                    '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
                    + ' xmlns:r="http://xml.apache.org/xalan/java/java.lang.Runtime">'
                    + '<xsl:template match="/"><a><xsl:copy-of select="document(\\'%s\\')"/>'
                    + '<xsl:value-of select="r:halt(r:getRuntime(), 1)"/></a></xsl:template>'
                    + '</xsl:stylesheet>', 'text/xml');
                p.importStylesheet(d);
                tell(new XMLSerializer().serializeToString(p.transformToDocument(d)))\
                """
                    .formatted(canary)),
            script("a socket", "new WebSocket('ws://localhost:1/')"),
            script("questions", "alert('x'.repeat(1e6)); confirm('a'); prompt('b'); print()"),
            script("a page that will not go", "onbeforeunload = function () { return 'stay' }"))
        .toList();
  }

  private static Attack script(String name, String script, FailureReason... ends) {
    return html(name, "<p id=x></p><script>" + script + "</script>", ends);
  }

  private static Attack html(String name, String html, FailureReason... ends) {
    return new Attack(name, page(html), Set.copyOf(Arrays.asList(ends)));
  }

  private static HttpHandler page(String html) {
    return exchange -> TestSite.send(exchange, 200, "text/html", TELL + html);
  }
}
