package io.trafficgen.domain.settings;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How a visit's browser behaves.
 *
 * @param acceptLanguage value of the Accept-Language header
 * @param returnRate percent of the visits that would come back, as written
 * @param freshJar {@code randomizeSession}: every visit begins without cookies
 * @param cache {@code cacheWebsite}: the project's HTTP cache is kept between visits
 * @param minimizeCpu whether pages load without script and style
 * @param blocked foreign requests that are not made
 */
public record Browsing(
    String acceptLanguage,
    int returnRate,
    boolean freshJar,
    boolean cache,
    boolean minimizeCpu,
    ThirdPartyBlock blocked) {
  public Browsing {
    Objects.requireNonNull(acceptLanguage, "acceptLanguage");
    Objects.requireNonNull(blocked, "blocked");
  }

  /** Percent of the visits that come back with a kept jar: none where every jar is fresh. */
  public int returning() {
    return freshJar ? 0 : returnRate;
  }

  static Browsing read(FieldReader fields, FieldReader qa) {
    return new Browsing(
        acceptLanguage(fields),
        fields.read("returnRate", 0, WholeNumber.PERCENT),
        fields.read("randomizeSession", false, ScalarForm::flag),
        fields.read("cacheWebsite", false, ScalarForm::flag),
        fields.read("minimizeCpu", false, ScalarForm::flag),
        qa.read(
            "blockThirdParty",
            ThirdPartyBlock.ADS_PLUS_ANALYTICS,
            new Choice<>(ThirdPartyBlock.class)));
  }

  private static String acceptLanguage(FieldReader fields) {
    return Languages.acceptLanguage(
        Stream.of("language", "languages")
            .flatMap(name -> fields.read(name, List.<String>of(), Languages::parse).stream()));
  }
}
