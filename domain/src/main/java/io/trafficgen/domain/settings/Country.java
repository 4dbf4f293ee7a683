package io.trafficgen.domain.settings;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A country.
 *
 * @param code ISO 3166-1 alpha-2, upper case
 */
public record Country(String code) {
  public Country {
    if (!code.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("no ISO 3166-1 alpha-2 code: " + code);
    }
  }

  /** The country with that code (alpha-2, alpha-3) or English name, in any case; {@code UK} too. */
  public static Optional<Country> find(String text) {
    return Optional.ofNullable(Names.COUNTRIES.get(text.strip().toLowerCase(Locale.ROOT)));
  }

  @Override
  public String toString() {
    return code;
  }

  /** Built when first asked for. */
  private static final class Names {
    static final Map<String, Country> COUNTRIES = new HashMap<>();

    static {
      for (String code : Locale.getISOCountries()) {
        Locale locale = Locale.of("", code);
        Country country = new Country(code);
        put(code, country);
        put(locale.getISO3Country(), country);
        put(locale.getDisplayCountry(Locale.ENGLISH), country);
      }
      put("UK", new Country("GB"));
    }

    private static void put(String name, Country country) {
      COUNTRIES.put(name.toLowerCase(Locale.ROOT), country);
    }
  }
}
