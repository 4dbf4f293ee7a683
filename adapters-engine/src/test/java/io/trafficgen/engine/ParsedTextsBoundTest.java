package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.engine.ParsedTexts.ScriptKey;
import io.trafficgen.engine.ParsedTexts.SheetKey;
import java.io.IOException;
import java.io.StringReader;
import org.htmlunit.corejs.javascript.ContextFactory;
import org.htmlunit.corejs.javascript.Script;
import org.htmlunit.cssparser.dom.CSSStyleSheetImpl;
import org.htmlunit.cssparser.parser.CSSOMParser;
import org.htmlunit.cssparser.parser.InputSource;
import org.junit.jupiter.api.Test;

class ParsedTextsBoundTest {
  private static final String LONG = "/*" + "x".repeat(ParsedTexts.SHORTEST) + "*/";

  @Test
  void what_is_kept_has_a_bound() throws IOException {
    ParsedTexts texts = new ParsedTexts(100_000);
    for (int i = 0; i < 100; i++) {
      String css = "p { left: " + i + "px }" + " ".repeat(500);
      texts.keep(new SheetKey("/", "text/css", css), parsed(css));
    }

    assertThat(texts.size()).isBetween(1L, 10L);
  }

  @Test
  void short_texts_are_not_kept_and_names_count_as_well() throws IOException {
    ParsedTexts texts = new ParsedTexts(100_000);
    for (int i = 0; i < 100; i++) {
      String text = i % 2 == 0 ? "" : ";";
      texts.keep(new ScriptKey("any", "script " + i, i, text), compiled(text));
      texts.keep(new SheetKey("/" + i, "text/css", text), parsed(text));
    }
    assertThat(texts.size()).isZero();

    for (int i = 0; i < 100; i++) {
      String name = "script " + i + "x".repeat(10_000);
      texts.keep(new ScriptKey("any", name, i, LONG), compiled(LONG));
    }
    assertThat(texts.size()).isBetween(1L, 4L);
  }

  private static Script compiled(String text) {
    return new ContextFactory()
        .call(context -> {
          context.setInterpretedMode(true);
          return context.compileString(text, "a", 1, null);
        });
  }

  static CSSStyleSheetImpl parsed(String css) throws IOException {
    return new CSSOMParser().parseStyleSheet(new InputSource(new StringReader(css)), null);
  }
}
