package io.trafficgen.domain.settings;

import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonArray;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Words in whatever form they were saved: text with lines or commas, or a list of such text. What
 * is of no use is passed over, never refused; this reads fields that are stored rather than obeyed.
 */
final class LooseText {
  private static final int MAX_WORDS = 500;
  private static final int MAX_LENGTH = WebUrl.MAX_LENGTH;

  private LooseText() {}

  /** {@code keywords}: the words themselves. */
  static List<String> words(JsonValue value) {
    Stream<String> texts =
        value instanceof JsonArray list
            ? list.elements().stream().map(ScalarForm::text).flatMap(Optional::stream)
            : ScalarForm.text(value).stream();
    return texts
        .flatMap(text -> Stream.of(text.split("[,\\r\\n]+")))
        .map(String::strip)
        .filter(word -> !word.isEmpty() && word.length() <= MAX_LENGTH)
        .limit(MAX_WORDS)
        .toList();
  }

  /** {@code referralUrls}: those of the words that are URLs, without their fragments. */
  static List<URI> urls(JsonValue value) {
    return words(value).stream()
        .map(word -> word.split("#", 2)[0])
        .map(WebUrl::find)
        .flatMap(Optional::stream)
        .toList();
  }
}
