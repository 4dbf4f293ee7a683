package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code deviceSpecific}: all devices, those of one kind, or the named platforms of one kind. */
final class DeviceSpecific {
  static final List<String> EXAMPLES =
      List.of(
          "\"All\"",
          "\"Desktop\"",
          "\"Desktop, Windows\"",
          "\"Desktop, Windows/MacOS/Linux\"",
          "\"Mobile, iPhone\"",
          "\"Mobile, iPhone/Android\"");

  private static final Pattern FORM =
      Pattern.compile("(all)|(desktop|mobile)(?: *, *([a-z]+(?: */ *[a-z]+)*))?");

  private DeviceSpecific() {}

  static Set<Platform> parse(JsonValue value) {
    return ScalarForm.text(value)
        .map(text -> FORM.matcher(text.toLowerCase(Locale.ROOT)))
        .filter(form -> form.matches())
        .map(form ->
            form.group(1) != null
                ? EnumSet.allOf(Platform.class)
                : platforms("desktop".equals(form.group(2)), Optional.ofNullable(form.group(3))))
        .orElseThrow(DeviceSpecific::refused);
  }

  private static Set<Platform> platforms(boolean desktop, Optional<String> names) {
    Set<Platform> ofKind = EnumSet.allOf(Platform.class);
    ofKind.removeIf(platform -> platform.isDesktop() != desktop);
    if (names.isEmpty()) {
      return ofKind;
    }
    Set<Platform> named = EnumSet.noneOf(Platform.class);
    for (String name : names.get().split(" */ *", -1)) {
      named.add(
          ofKind.stream()
              .filter(platform -> platform.name().toLowerCase(Locale.ROOT).equals(name))
              .findFirst()
              .orElseThrow(DeviceSpecific::refused));
    }
    return named;
  }

  private static InvalidValueException refused() {
    return new InvalidValueException(
        "", "must be all devices, or those of one kind", String.join(", ", EXAMPLES));
  }
}
