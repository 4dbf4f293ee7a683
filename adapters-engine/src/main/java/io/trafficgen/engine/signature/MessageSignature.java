package io.trafficgen.engine.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A signature over parts of a message (RFC 9421, sections 2 and 3).
 *
 * @param input value of the member in {@code Signature-Input}
 * @param value value of the member in {@code Signature}
 */
record MessageSignature(String input, String value) {
  /**
   * A covered part.
   *
   * @param identifier serialised, for example {@code "@authority"} with its quotes
   */
  record Component(String identifier, String value) {}

  /**
   * @param parameters serialised, each with its semicolon
   */
  static MessageSignature of(List<Component> components, String parameters, SigningKey key) {
    String input = input(components, parameters);
    byte[] base = base(components, input).getBytes(StandardCharsets.UTF_8);
    String value = ":" + Base64.getEncoder().encodeToString(key.sign(base)) + ":";
    return new MessageSignature(input, value);
  }

  private static String input(List<Component> components, String parameters) {
    return components.stream().map(Component::identifier).collect(Collectors.joining(" ", "(", ")"))
        + parameters;
  }

  /** The signature base (section 2.5). */
  private static String base(List<Component> components, String input) {
    String lines =
        components.stream()
            .map(component -> component.identifier() + ": " + component.value() + "\n")
            .collect(Collectors.joining());
    return lines + "\"@signature-params\": " + input;
  }
}
