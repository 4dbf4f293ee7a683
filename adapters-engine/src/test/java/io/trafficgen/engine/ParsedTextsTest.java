package io.trafficgen.engine;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.LoadOutcome.Loaded;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.htmlunit.cssparser.dom.CSSStyleSheetImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Loads share what is parsed, and nothing that one of them could tell or do to another. */
class ParsedTextsTest {
  private static final String REPORT =
      """
      function report(text) {
        var x = new XMLHttpRequest(); x.open('GET', '/found?' + encodeURIComponent(text), false); x.send();
      }
      """;

  /** Makes a text long enough to be kept. */
  private static final String PADDING = "/*" + "x".repeat(ParsedTexts.SHORTEST) + "*/";

  private final TestSite site = new TestSite();
  private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
  private final Loads loads =
      Loads.of(site.settings(), NameResolver.system(), InstantSource.system(), watchdog);
  private final HtmlUnitVisitDriver driver = new HtmlUnitVisitDriver(loads);

  @AfterEach
  void close() {
    site.close();
    watchdog.shutdownNow();
  }

  @Test
  void what_a_script_does_to_a_style_sheet_is_gone_with_its_page() {
    site.text(
        "/a.css", "text/css", "p { color: red } @media screen { p { width: 7px } }" + PADDING);
    site.html(
        "/",
        """
        <link rel=stylesheet href=/a.css><style>b { color: blue }%1$s</style><p id=p>p</p><b id=b>b</b><script>%1$s
        """
                .formatted(PADDING)
            + REPORT
            + """
            var all = [0, 1].map(function (i) { return document.styleSheets[i] });
            report([all[0].cssRules.length, all[1].cssRules.length, getComputedStyle(p).color,
              getComputedStyle(p).width, getComputedStyle(b).color, all[0].cssRules[1].cssRules.length]);
            all[0].cssRules[0].style.color = 'green';
            all[1].cssRules[0].style.setProperty('color', 'green', 'important');
            all[0].insertRule('p { color: black !important }', 0);
            all[0].cssRules[2].deleteRule(0);
            all[1].cssRules[0].selectorText = 'i';
            all[1].insertRule('b { color: black }', 1);
            report('done ' + all[0].cssRules.length + all[1].cssRules.length);
            </script>
            """);

    load(3);

    assertThat(found()).hasSize(6);
    assertThat(List.of(found().get(2), found().get(4))).containsOnly(found().getFirst());
    assertThat(found().getFirst()).contains("2", "rgb(255", "7px", "255)");
    assertThat(found().get(1)).isEqualTo("/found?done%2032");
    assertThat(asked("/a.css")).isEqualTo(3);
    assertThat(loads.texts().size()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void what_a_script_keeps_is_gone_with_its_page() {
    site.text(
        "/a.js",
        "text/javascript",
        PADDING
            + REPORT
            + """
            function tag(parts) { return parts }
            function literal() { return tag`x${1}y` }
            report((literal().mark || 'none') + (window.kept || 'none') + (report.kept || 'none')
              + (/x/g.kept || 'none') + ([].mark || 'none'));
            Object.getPrototypeOf(literal()).mark = 'marked'; window.kept = 'kept'; report.kept = 'kept';
            """);
    site.html("/", "<script src=/a.js></script>");

    load(3);

    assertThat(found()).hasSize(3).containsOnly("/found?" + "none".repeat(5));
    assertThat(asked("/a.js")).isEqualTo(3);
  }

  @Test
  void a_changed_file_takes_effect_at_once() {
    site.html(
        "/",
        """
        <link rel=stylesheet href=/a.css><p id=p></p><script src=/a.js></script>\
        """);
    for (String color : List.of("red", "blue", "red")) {
      site.text("/a.css", "text/css", "p { color: " + color + " }" + PADDING);
      site.text(
          "/a.js",
          "text/javascript",
          PADDING + REPORT + "report('" + color + "-' + getComputedStyle(p).color.split(',')[0])");
      load(1);
    }

    assertThat(found())
        .containsExactly("/found?red-rgb(255", "/found?blue-rgb(0", "/found?red-rgb(255");
  }

  @Test
  void a_copied_sheet_equals_the_first_in_every_kind_of_rule() throws IOException {
    CSSStyleSheetImpl sheet =
        ParsedTextsBoundTest.parsed(
            """
            @charset "utf-8"; @import url(b.css) screen; @font-face { font-family: x; src: url(x.woff) }
            @page :first { margin: 1cm } @page { size: a3 } a:hover > b.c, #d ~ e[f="g"] { color: red !important; top: 1px }
            @media print and (min-width: 10px), screen { h { left: calc(1px + 2em) } }
            @supports (display: grid) { i { float: none } } @keyframes k { from { top: 0 } to { top: 1px } }
            """);

    assertThat(SheetCopy.of(sheet))
        .hasValueSatisfying(copy -> {
          assertThat(copy).isNotSameAs(sheet);
          assertThat(copy.toString()).isEqualTo(sheet.toString());
          assertThat(copy.getCssRules().getLength()).isGreaterThanOrEqualTo(8);
        });
  }

  private void load(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(driver.load(loadOf(site.url("/")))).isInstanceOf(Loaded.class);
    }
  }

  private List<String> found() {
    return site.seen().stream()
        .map(TestSite.Seen::path)
        .filter(path -> path.startsWith("/found"))
        .toList();
  }

  private long asked(String path) {
    return site.seen().stream().filter(seen -> seen.path().equals(path)).count();
  }
}
