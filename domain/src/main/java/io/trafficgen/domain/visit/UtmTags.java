package io.trafficgen.domain.visit;

import io.trafficgen.domain.settings.Campaign;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The campaign parameters of one visit, the same on each of its pages.
 *
 * @param values by parameter name, with their placeholders filled, none of them blank
 */
record UtmTags(Map<String, String> values) {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /**
   * The tags of one visit.
   *
   * @param startsAt stands for {@code {{timestamp}}}, in seconds since 1970
   * @param keyword stands for {@code {{random_keyword}}}
   */
  static UtmTags of(Campaign campaign, Device device, Instant startsAt, String keyword) {
    Map<String, String> values = new LinkedHashMap<>();
    campaign
        .utm()
        .forEach((name, template) -> {
          String value =
              template
                  .replace("{{timestamp}}", Long.toString(startsAt.getEpochSecond()))
                  .replace("{{device_type}}", device.name().toLowerCase(Locale.ROOT))
                  .replace(Campaign.RANDOM_KEYWORD, keyword);
          if (!value.isBlank()) {
            values.put(name, value);
          }
        });
    return new UtmTags(values);
  }

  /**
   * The owner's own URL with the tags after its query (RFC 3986, 3.4); what stands there is kept,
   * and a parameter that the owner wrote into it stays his.
   */
  URI on(URI url) {
    String text = url.toString();
    int hash = text.indexOf('#');
    String fragment = hash < 0 ? "" : text.substring(hash);
    String rest = hash < 0 ? text : text.substring(0, hash);
    int mark = rest.indexOf('?');
    String query = mark < 0 ? "" : rest.substring(mark + 1);
    List<String> parts = new ArrayList<>();
    if (!query.isEmpty()) {
      parts.add(query);
    }
    List<String> written = Stream.of(query.split("&", -1)).map(UtmTags::name).toList();
    values.forEach((name, value) -> {
      if (!written.contains(name)) {
        parts.add(name + "=" + encoded(value));
      }
    });
    if (parts.isEmpty()) {
      return url;
    }
    String path = mark < 0 ? rest : rest.substring(0, mark);
    return URI.create(path + parts.stream().collect(Collectors.joining("&", "?", fragment)));
  }

  private static String name(String parameter) {
    return parameter.split("=", 2)[0];
  }

  /** Percent-encoded but for RFC 3986's unreserved characters (2.3). */
  private static String encoded(String value) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(octet) >= 0) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(HEX.toHexDigits(octet));
      }
    }
    return encoded.toString();
  }
}
