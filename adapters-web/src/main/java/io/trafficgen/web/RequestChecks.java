package io.trafficgen.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no route has to think of, because no request with it gets there. */
final class RequestChecks {
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=?\\s*\"?([^\";]*)", Pattern.CASE_INSENSITIVE);
  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "us-ascii");
  private static final Pattern NO_WEIGHT = Pattern.compile(".*;\\s*q\\s*=\\s*0(\\.0{0,3})?\\s*");

  private RequestChecks() {}

  /** Jetty and Javalin look a charset up wherever they meet it, and fail. */
  static void check(Context ctx) {
    charset(ctx)
        .filter(name -> !UTF_8.contains(name))
        .ifPresent(name -> {
          throw RefusedException.mediaType("text is UTF-8 here");
        });
    if (ctx.header("X-HTTP-Method-Override") != null) {
      throw RefusedException.badRequest("a method cannot be overridden here");
    }
    QueryString.of(ctx);
  }

  /** Whether {@code accept} (RFC 9110, 12.5.1) names {@code type} or a range around it. */
  static boolean accepts(String accept, String type) {
    Set<String> ranges = Set.of(type, type.split("/", 2)[0] + "/*", "*/*");
    return Arrays.stream(accept.toLowerCase(Locale.ROOT).split(",", -1))
        .filter(part -> !NO_WEIGHT.matcher(part).matches())
        .map(part -> part.split(";", 2)[0].strip())
        .anyMatch(ranges::contains);
  }

  private static Optional<String> charset(Context ctx) {
    return Optional.ofNullable(ctx.header("Content-Type"))
        .map(CHARSET::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1).strip().toLowerCase(Locale.ROOT));
  }
}
