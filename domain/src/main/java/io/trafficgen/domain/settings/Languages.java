package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonArray;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code language}, {@code languages}: BCP 47 tags or English names ("German"), in a list or in
 * text with commas; and the Accept-Language header (RFC 9110, 12.5.4) made of them.
 */
final class Languages {
  static final List<String> EXAMPLES =
      List.of("\"German\"", "\"en-US\"", "\"de-AT, en\"", "[\"de\",\"English\"]");
  private static final String EXAMPLE = String.join(", ", EXAMPLES);

  private static final int MAX_LANGUAGES = 10;

  /** What RFC 5646, 4.4.1, asks everyone to make room for. */
  private static final int MAX_TAG = 35;

  private Languages() {}

  static List<String> parse(JsonValue value) {
    if (value instanceof JsonArray) {
      FieldReader list = FieldReader.ofElements(value, EXAMPLE);
      List<String> tags =
          list.names()
              .flatMap(name -> list.read(name, List.<String>of(), Languages::parseText).stream())
              .toList();
      list.finish();
      return tags;
    }
    return parseText(value);
  }

  /** The first language counts most, the tenth least, later ones nothing; none means en. */
  static String acceptLanguage(Stream<String> tags) {
    List<String> distinct = tags.distinct().limit(MAX_LANGUAGES).toList();
    if (distinct.isEmpty()) {
      return "en";
    }
    return String.join(
        ",",
        IntStream.range(0, distinct.size()).mapToObj(i -> distinct.get(i) + weight(i)).toList());
  }

  private static String weight(int index) {
    return index == 0 ? "" : ";q=0." + (MAX_LANGUAGES - index);
  }

  private static List<String> parseText(JsonValue value) {
    String text = ScalarForm.text(value).orElse("");
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .map(name ->
            tag(name)
                .orElseThrow(() ->
                    new InvalidValueException("", "must be BCP 47 tags or English names", EXAMPLE)))
        .toList();
  }

  private static Optional<String> tag(String name) {
    return Optional.ofNullable(Names.TAGS.get(name.toLowerCase(Locale.ROOT)))
        .or(() -> wellFormed(name));
  }

  /** BCP 47 lets five to eight letters be a language, so that any word would pass. */
  private static Optional<String> wellFormed(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      int letters = locale.getLanguage().length();
      return Optional.of(locale.toLanguageTag())
          .filter(known -> known.length() <= MAX_TAG && (letters == 2 || letters == 3));
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  /** Built when first asked for. */
  private static final class Names {
    static final Map<String, String> TAGS = new HashMap<>();

    static {
      for (String code : Locale.getISOLanguages()) {
        Locale language = Locale.of(code);
        TAGS.put(
            language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
            language.toLanguageTag());
      }
    }
  }
}
