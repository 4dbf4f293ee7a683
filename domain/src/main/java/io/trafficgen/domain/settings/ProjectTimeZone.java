package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code timezone}: an IANA id, or an offset from GMT or UTC between -12:00 and +14:00. */
final class ProjectTimeZone {
  static final List<String> EXAMPLES =
      List.of("\"UTC\"", "\"Europe/Berlin\"", "\"GMT-12\"", "\"GMT+5:30\"", "\"GMT+14\"");

  /** Read here since {@link ZoneId#of(String)} refuses {@code GMT+5:30} and takes +18:00. */
  private static final Pattern OFFSET =
      Pattern.compile("(?:GMT|UTC?)? ?([+-])([0-9]{1,2})(?::?([0-5][0-9]))?");

  private static final int MIN_MINUTES = -12 * 60;
  private static final int MAX_MINUTES = 14 * 60;

  private ProjectTimeZone() {}

  static ZoneId parse(JsonValue value) {
    return ScalarForm.text(value)
        .flatMap(ProjectTimeZone::zone)
        .orElseThrow(() ->
            new InvalidValueException(
                "",
                "must be a time zone of the IANA database, or GMT-12 to GMT+14",
                String.join(", ", EXAMPLES)));
  }

  private static Optional<ZoneId> zone(String text) {
    Matcher offset = OFFSET.matcher(text);
    if (offset.matches()) {
      int hours = Integer.parseInt(offset.group(2));
      int minutes = Optional.ofNullable(offset.group(3)).map(Integer::parseInt).orElse(0);
      int sign = "-".equals(offset.group(1)) ? -1 : 1;
      return Optional.of(sign * (60 * hours + minutes))
          .filter(total -> total >= MIN_MINUTES && total <= MAX_MINUTES)
          .map(total -> ZoneOffset.ofTotalSeconds(60 * total));
    }
    return Optional.of(text).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
  }
}
