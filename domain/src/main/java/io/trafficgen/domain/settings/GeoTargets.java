package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code geoTargets}: the frontend's form, whose percents sum to 100, or the plan's (section 4 A),
 * whose weights are any positive numbers; one list keeps to one form. {@code countries}: an even
 * split. An empty list means any country.
 */
final class GeoTargets {
  static final List<String> EXAMPLES =
      List.of(
          "[{\"country\":\"US\",\"percent\":60},{\"country\":\"Germany\",\"percent\":40}]",
          "[{\"cc\":\"US\",\"w\":50},{\"cc\":\"DE\",\"w\":50}]");
  static final List<String> COUNTRIES_EXAMPLES = List.of("[\"US\",\"Germany\"]");

  private static final String EXAMPLE = String.join(" or ", EXAMPLES);
  private static final String COUNTRY_EXAMPLE = "\"DE\"";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private GeoTargets() {}

  private record Weighted(Country country, BigDecimal weight) {}

  static List<GeoTarget> parse(JsonValue value) {
    FieldReader list = FieldReader.ofElements(value, EXAMPLE);
    List<FieldReader> targets = list.names().map(list::object).toList();
    boolean byWeight = targets.stream().anyMatch(target -> target.has("cc") || target.has("w"));
    List<Weighted> weighted =
        targets.stream()
            .map(target ->
                byWeight
                    ? weighted(target, "cc", "w", GeoTargets::weight)
                    : weighted(target, "country", "percent", GeoTargets::percent))
            .flatMap(Optional::stream)
            .toList();
    list.finish();
    BigDecimal total = total(weighted);
    if (!byWeight && !weighted.isEmpty() && total.compareTo(HUNDRED) != 0) {
      throw new InvalidValueException(
          "", "has percents that sum to " + total.toPlainString() + ", not to 100", EXAMPLE);
    }
    return shares(weighted);
  }

  static List<GeoTarget> parseCountries(JsonValue value) {
    FieldReader list = FieldReader.ofElements(value, COUNTRIES_EXAMPLES.getFirst());
    List<Weighted> weighted =
        list.names()
            .map(name -> list.require(name, COUNTRY_EXAMPLE, GeoTargets::country))
            .flatMap(Optional::stream)
            .map(country -> new Weighted(country, BigDecimal.ONE))
            .toList();
    list.finish();
    return shares(weighted);
  }

  private static Optional<Weighted> weighted(
      FieldReader target, String name, String amount, Function<JsonValue, BigDecimal> parser) {
    Optional<Country> country = target.require(name, COUNTRY_EXAMPLE, GeoTargets::country);
    Optional<BigDecimal> weight = target.require(amount, "50", parser);
    return country.flatMap(of -> weight.map(by -> new Weighted(of, by)));
  }

  private static Country country(JsonValue value) {
    return ScalarForm.text(value)
        .flatMap(Country::find)
        .orElseThrow(() ->
            new InvalidValueException(
                "", "must be an ISO 3166 code or English name", COUNTRY_EXAMPLE));
  }

  private static BigDecimal percent(JsonValue value) {
    return ScalarForm.number(value)
        .filter(percent -> percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0)
        .orElseThrow(() -> new InvalidValueException("", "must be from 0 to 100", "50"));
  }

  private static BigDecimal weight(JsonValue value) {
    return ScalarForm.number(value)
        .filter(weight -> weight.signum() > 0)
        .orElseThrow(() -> new InvalidValueException("", "must be a positive number", "50"));
  }

  private static BigDecimal total(List<Weighted> weighted) {
    return weighted.stream().map(Weighted::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A share too small for a double is none: it would not be drawn in the life of the universe. */
  private static List<GeoTarget> shares(List<Weighted> weighted) {
    BigDecimal total = total(weighted);
    return weighted.stream()
        .filter(one -> share(one, total) > 0)
        .map(one -> new GeoTarget(one.country(), share(one, total)))
        .toList();
  }

  private static double share(Weighted one, BigDecimal total) {
    return one.weight().divide(total, MathContext.DECIMAL64).doubleValue();
  }
}
