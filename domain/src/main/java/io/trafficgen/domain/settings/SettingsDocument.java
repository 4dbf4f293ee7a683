package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonProjection;
import io.trafficgen.domain.json.JsonReader;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A settings object as its owner wrote it, byte for byte (product page, 1.3). Any JSON object of at
 * most {@link #MAX_BYTES} of UTF-8 is one, whether or not a project could start with it; {@link
 * ProjectSettings} tells that.
 */
public final class SettingsDocument {
  public static final int MAX_BYTES = 256 * 1024;
  private static final String EXAMPLE = "{\"entryUrls\":\"https://shop.example/\"}";

  private final String text;
  private final JsonObject root;

  private SettingsDocument(String text, JsonValue value) {
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw tooLarge();
    }
    if (!(value instanceof JsonObject object)) {
      throw new InvalidValueException("", "must be an object", EXAMPLE);
    }
    this.text = text;
    this.root = object;
  }

  /** The document that stands as {@code value} in a larger body; blanks around it are not of it. */
  public static SettingsDocument of(JsonValue value) {
    return new SettingsDocument(value.source(), value);
  }

  /** The whole text is the document, blanks around the object included. */
  public static SettingsDocument parse(byte[] utf8) {
    if (utf8.length > MAX_BYTES) {
      throw tooLarge();
    }
    JsonValue value = JsonReader.read(utf8);
    return new SettingsDocument(value.span().text(), value);
  }

  /** As {@link #parse(byte[])}; this is how a stored text comes back. */
  public static SettingsDocument parse(String text) {
    if (text.length() > MAX_BYTES) {
      throw tooLarge();
    }
    return new SettingsDocument(text, JsonReader.read(text));
  }

  /** The text that was saved. */
  public String text() {
    return text;
  }

  /** The text for PostgreSQL's jsonb; see {@link JsonProjection}. */
  public String projection() {
    return JsonProjection.of(root);
  }

  /** The strong entity tag without its quotes: SHA-256 of the UTF-8 text in lower-case hex. */
  public String etag() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The parsed object. */
  public JsonObject root() {
    return root;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SettingsDocument document && text.equals(document.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  private static InvalidValueException tooLarge() {
    return new InvalidValueException("", "is larger than 256 KB", EXAMPLE);
  }
}
