package io.trafficgen.engine;

import com.google.common.base.Splitter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;

/** How long an answer may stand for another visitor's request (RFC 9111): as its site says. */
final class Freshness {
  private static final Pattern FORBIDDEN = Pattern.compile("no-store|no-cache|private");
  private static final Pattern SHARED = age("s-maxage");
  private static final Pattern OWN = age("max-age");

  /** What all requests of a project have alike. */
  private static final Set<String> CONSTANT = Set.of("", "accept-encoding");

  private Freshness() {}

  /** Empty if it may not stand for another one, or if its site says nothing about that. */
  static Optional<Duration> of(HttpResponse response) {
    String control = Answers.joined(response, HttpHeaders.CACHE_CONTROL).toLowerCase(Locale.ROOT);
    boolean shared =
        response.getStatusLine().getStatusCode() == 200
            && !response.containsHeader("Set-Cookie")
            && !FORBIDDEN.matcher(control).find()
            && Splitter.on(',')
                .trimResults()
                .splitToStream(Answers.joined(response, HttpHeaders.VARY).toLowerCase(Locale.ROOT))
                .allMatch(CONSTANT::contains);
    if (!shared) {
      return Optional.empty();
    }
    long spent =
        Answers.header(response, HttpHeaders.AGE)
            .filter(age -> age.matches("[0-9]{1,9}"))
            .map(Long::parseLong)
            .orElse(0L);
    return seconds(SHARED, control)
        .or(() -> seconds(OWN, control))
        .map(seconds -> Duration.ofSeconds(seconds - spent))
        .filter(left -> left.isPositive());
  }

  private static Optional<Long> seconds(Pattern directive, String control) {
    Matcher matcher = directive.matcher(control);
    return matcher.find() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
  }

  private static Pattern age(String name) {
    return Pattern.compile("(?:^|[\\s,])" + name + "\\s*=\\s*\"?([0-9]{1,9})\\b");
  }
}
