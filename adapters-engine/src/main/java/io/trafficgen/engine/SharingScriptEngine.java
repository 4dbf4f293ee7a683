package io.trafficgen.engine;

import io.trafficgen.engine.ParsedTexts.ScriptKey;
import org.htmlunit.WebClient;
import org.htmlunit.corejs.javascript.Script;
import org.htmlunit.corejs.javascript.VarScope;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.javascript.JavaScriptEngine;
import org.jspecify.annotations.Nullable;

/** HtmlUnit's engine, which compiles no text twice. */
final class SharingScriptEngine extends JavaScriptEngine {
  private static final long serialVersionUID = 1L;

  private final transient ParsedTexts texts;
  private final String browser;

  SharingScriptEngine(WebClient client, ParsedTexts texts) {
    super(client);
    this.texts = texts;
    this.browser = client.getBrowserVersion().getNickname();
  }

  @Override
  public @Nullable Script compile(
      HtmlPage page, VarScope scope, String text, String name, int line) {
    ScriptKey key = new ScriptKey(browser, name, line, text);
    boolean shown = page.equals(page.getEnclosingWindow().getEnclosedPage());
    return texts
        .script(key)
        // a page that was left runs nothing more
        .filter(script -> shown)
        .orElseGet(() -> {
          Script script = super.compile(page, scope, text, name, line);
          if (script != null) {
            texts.keep(key, script);
          }
          return script;
        });
  }
}
