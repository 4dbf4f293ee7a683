package io.trafficgen.domain.affiliate;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells programs from people by what they call themselves; whoever hides is not found here. */
public final class UserAgents {
  private static final Pattern PROGRAM =
      Pattern.compile(
          "bot\\b|bot[/_-]|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|embed|headless"
              + "|lighthouse|monitor|uptime|validator|scan|fetch|feed|archive|scrapy"
              + "|^(curl|wget|java|python|ruby|perl|php|go-http-client|okhttp|axios|node|libwww"
              + "|httpie|postman|apache-httpclient)\\b",
          Pattern.CASE_INSENSITIVE);

  private UserAgents() {}

  /** Whether it is no browser that somebody looks at; one without a name is none. */
  public static boolean isProgram(Optional<String> userAgent) {
    return userAgent.filter(name -> !name.isBlank()).isEmpty()
        || PROGRAM.matcher(userAgent.get()).find();
  }
}
