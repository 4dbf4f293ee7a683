package io.trafficgen.engine;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.primitives.Ints;
import java.util.Optional;
import org.htmlunit.corejs.javascript.Script;
import org.htmlunit.cssparser.dom.CSSStyleSheetImpl;

/**
 * Scripts and style sheets as they come out of compiler and parser, kept from load to load and
 * found by their whole text: every visitor asks for every file, and a changed file has another
 * text. Short ones are sooner parsed than kept. Nothing that a page can alter is shared.
 */
final class ParsedTexts {
  /** Bytes that a character becomes: an estimate, on the high side. */
  private static final int SCRIPT_BYTES = 10;

  private static final int SHEET_BYTES = 24;

  /** Of an entry, beside its texts. */
  private static final int ENTRY_BYTES = 3_000;

  private static final int CHARACTER_BYTES = 2;

  /** In characters. */
  static final int SHORTEST = 500;

  private final Cache<ScriptKey, Script> scripts;
  private final Cache<SheetKey, CSSStyleSheetImpl> sheets;

  /**
   * A script and what its compilation depends on.
   *
   * @param name and first line, which its errors tell of
   */
  record ScriptKey(String browser, String name, int line, String text) {}

  /** A style sheet by its text; {@code url} is that of the sheet, or empty for an inline one. */
  record SheetKey(String url, String contentType, String text) {}

  /**
   * @param maxBytes of scripts, and of sheets, each
   */
  ParsedTexts(long maxBytes) {
    this.scripts =
        CacheBuilder.newBuilder()
            .concurrencyLevel(1)
            .maximumWeight(maxBytes)
            .weigher((ScriptKey key, Script script) -> weight(key.name(), key.text(), SCRIPT_BYTES))
            .build();
    this.sheets =
        CacheBuilder.newBuilder()
            .concurrencyLevel(1)
            .maximumWeight(maxBytes)
            .weigher((SheetKey key, CSSStyleSheetImpl sheet) ->
                weight(key.url() + key.contentType(), key.text(), SHEET_BYTES))
            .build();
  }

  Optional<Script> script(ScriptKey key) {
    return Optional.ofNullable(scripts.getIfPresent(key));
  }

  void keep(ScriptKey key, Script script) {
    if (isLong(key.text()) && ScriptState.isNone(script)) {
      scripts.put(key, script);
    }
  }

  /** A sheet for one page alone. */
  Optional<CSSStyleSheetImpl> sheet(SheetKey key) {
    return Optional.ofNullable(sheets.getIfPresent(key)).flatMap(SheetCopy::of);
  }

  /**
   * @param sheet as it was parsed, before a script could see it
   */
  void keep(SheetKey key, CSSStyleSheetImpl sheet) {
    if (isLong(key.text())) {
      SheetCopy.of(sheet).ifPresent(copy -> sheets.put(key, copy));
    }
  }

  /** Entries of both kinds. */
  long size() {
    scripts.cleanUp();
    sheets.cleanUp();
    return scripts.size() + sheets.size();
  }

  private static boolean isLong(String text) {
    return text.length() >= SHORTEST;
  }

  private static int weight(String name, String text, int factor) {
    return Ints.saturatedCast(
        ENTRY_BYTES + (long) name.length() * CHARACTER_BYTES + (long) text.length() * factor);
  }
}
