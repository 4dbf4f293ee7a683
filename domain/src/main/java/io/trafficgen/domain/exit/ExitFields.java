package io.trafficgen.domain.exit;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonBoolean;
import io.trafficgen.domain.json.JsonValue.JsonNull;
import io.trafficgen.domain.json.JsonValue.JsonNumber;
import io.trafficgen.domain.json.JsonValue.JsonObject;
import io.trafficgen.domain.json.JsonValue.JsonString;
import io.trafficgen.domain.settings.Country;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields of one exit as an operator writes them; each refused value is a problem of its own.
 */
record ExitFields(JsonObject object, String at, List<Problem> problems) {
  private static final Set<String> NAMES =
      Set.of("id", "country", "region", "url", "direct", "public_ip", "max_concurrent");

  /** As {@code customProxies} can name it. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  private static final Pattern OCTETS =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
  private static final int MAX_REGION = 100;

  /** Empty if anything is wrong with it. */
  Optional<Exit> read() {
    int before = problems.size();
    object.members().keySet().stream()
        .filter(name -> !NAMES.contains(name))
        .forEach(name -> refuse(name, "is no field of an exit", String.join(", ", NAMES)));
    Optional<String> id = text("id", "de-1", ExitFields::id);
    if (id.isEmpty() && !has("id")) {
      refuse("id", "is required", "de-1");
    }
    Optional<Country> country = text("country", "DE", ExitFields::country);
    Optional<String> region = text("region", "Hesse", ExitFields::region);
    Optional<ProxyAddress> proxy = text("url", ProxyAddress.EXAMPLE, ProxyAddress::parse);
    Optional<String> publicIp = text("public_ip", "203.0.113.7", ExitFields::address);
    int maxConcurrent = maxConcurrent();
    if (has("url") == direct()) {
      refuse("url", "must be there, or \"direct\":true, and not both", ProxyAddress.EXAMPLE);
    }
    return problems.size() == before
        ? id.map(name -> new Exit(name, country, region, proxy, publicIp, maxConcurrent))
        : Optional.empty();
  }

  private boolean has(String name) {
    return object.member(name).filter(value -> !(value instanceof JsonNull)).isPresent();
  }

  private boolean direct() {
    if (has("direct") && !(object.member("direct").orElseThrow() instanceof JsonBoolean)) {
      refuse("direct", "must be true or false", "true");
    }
    return object.member("direct").orElse(object) instanceof JsonBoolean flag && flag.value();
  }

  private <T> Optional<T> text(String name, String example, Function<String, T> parser) {
    if (!has(name)) {
      return Optional.empty();
    }
    JsonValue value = object.member(name).orElseThrow();
    if (!(value instanceof JsonString text)) {
      refuse(name, "must be text", example);
      return Optional.empty();
    }
    try {
      return Optional.of(parser.apply(text.value()));
    } catch (InvalidValueException e) {
      problems.addAll(e.under(at + "/" + name).problems());
    } catch (IllegalArgumentException e) {
      refuse(name, "is no usable value", example);
    }
    return Optional.empty();
  }

  private int maxConcurrent() {
    if (!has("max_concurrent")) {
      return ExitList.MAX_CONCURRENT;
    }
    if (object.member("max_concurrent").orElseThrow() instanceof JsonNumber number
        && number.source().matches("\\d{1,4}")
        && number.decimal().intValue() >= 1
        && number.decimal().intValue() <= ExitList.MAX_CONCURRENT) {
      return number.decimal().intValue();
    }
    refuse("max_concurrent", "must be a whole number from 1 to " + ExitList.MAX_CONCURRENT, "20");
    return 1;
  }

  private static String id(String text) {
    return matching(text, ID, "must be up to 64 letters, digits, - and _", "de-1");
  }

  private static String region(String text) {
    if (text.isBlank() || text.length() > MAX_REGION) {
      throw new InvalidValueException("", "must be 1 to 100 characters", "Hesse");
    }
    return text;
  }

  private static Country country(String text) {
    return Country.find(text)
        .orElseThrow(
            () -> new InvalidValueException("", "must be an ISO 3166 code or English name", "DE"));
  }

  private static String address(String text) {
    if (!OCTETS.matcher(text).matches() && !isVersion6(text)) {
      throw new InvalidValueException("", "must be an IP address", "203.0.113.7");
    }
    return text;
  }

  /** RFC 4291, 2.2, but for the form with an IPv4 address at its end. */
  private static boolean isVersion6(String text) {
    String[] halves = text.split("::", -1);
    List<String> groups =
        Stream.of(halves)
            .filter(half -> !half.isEmpty())
            .flatMap(half -> Arrays.stream(half.split(":", -1)))
            .toList();
    boolean whole = halves.length == 1 && groups.size() == 8;
    boolean shortened = halves.length == 2 && groups.size() < 8;
    return (whole || shortened) && groups.stream().allMatch(GROUP.asMatchPredicate());
  }

  private static String matching(String text, Pattern form, String reason, String example) {
    if (!form.matcher(text).matches()) {
      throw new InvalidValueException("", reason, example);
    }
    return text;
  }

  private void refuse(String name, String reason, String example) {
    problems.add(new Problem(at + "/" + name, reason, example));
  }
}
