package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.domain.InvalidValueException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A query as it was sent; what cannot be decoded is refused by name, not guessed. */
record QueryString(Map<String, List<String>> parameters) {
  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

  private static final String PARSED = "query";

  static QueryString of(Context ctx) {
    QueryString known = ctx.attribute(PARSED);
    if (known == null) {
      known = parse(Optional.ofNullable(ctx.queryString()).orElse(""));
      ctx.attribute(PARSED, known);
    }
    return known;
  }

  /**
   * Reads {@code name=value&…} (WHATWG URL, 5.1), strictly.
   *
   * @throws InvalidValueException naming the parameter with a bad escape
   */
  static QueryString parse(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        String name = decode(parts[0], parts[0]);
        String value = parts.length < 2 ? "" : decode(parts[1], name);
        parameters.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
      }
    }
    return new QueryString(parameters);
  }

  List<String> values(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  private static String decode(String text, String name) {
    if (text.chars().allMatch(c -> c < 0x80 && c != '%' && c != '+')) {
      return text;
    }
    if (BAD_ESCAPE.matcher(text).find()) {
      throw refused(name);
    }
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.put((byte) Integer.parseInt(text, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.put((c == '+' ? " " : String.valueOf(c)).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw refused(name);
    }
  }

  private static InvalidValueException refused(String name) {
    return new InvalidValueException(
        "/" + name, "has an escape that is no UTF-8", "50%25 is written for 50%");
  }
}
