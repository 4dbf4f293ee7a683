package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.PageRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what a request carries in path, query and body. */
final class Requests {
  /** Bodies other than settings. */
  static final int BODY_LIMIT = 64 * 1024;

  /** What is read and thrown away of a body too large, so that its sender hears the answer. */
  private static final int DISCARDED = 4 * 1024 * 1024;

  private static final byte[] NOTHING = {'{', '}'};

  /** No route takes more. */
  private static final int MOST = 1024 * 1024;

  private static final String BODY = "body";

  /** Attribute with a supplier of the caller's network address. */
  static final String ADDRESS = "address";

  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
  private static final int DEFAULT_LIMIT = 50;

  private Requests() {}

  /** The identity in the path; what is none names nothing. */
  static UUID id(Context ctx) {
    return Ids.find(ctx.pathParam("id")).orElseThrow(RefusedException::notFound);
  }

  static JsonFields json(Context ctx) {
    return JsonFields.of(body(ctx, BODY_LIMIT, List.of("application/json")));
  }

  /** As {@link #json}, where no body at all counts as an empty object. */
  static JsonFields jsonOrNothing(Context ctx) {
    byte[] body = body(ctx, BODY_LIMIT, List.of("application/json"));
    return JsonFields.of(body.length == 0 ? NOTHING : body);
  }

  /** Network address of the caller as {@link Gate} found it, for the audit log. */
  static String address(Context ctx) {
    Supplier<String> address = ctx.attribute(ADDRESS);
    return Optional.ofNullable(address).map(Supplier::get).orElse("");
  }

  /** The part of a list that {@code limit} and {@code cursor} ask for. */
  static PageRequest page(Context ctx) {
    String limit = query(ctx, "limit").orElse(Integer.toString(DEFAULT_LIMIT));
    if (!LIMIT.matcher(limit).matches()) {
      throw new InvalidValueException("/limit", "must be a number from 1 to 100", "50");
    }
    return new PageRequest(Integer.parseInt(limit), query(ctx, "cursor").map(Cursors::read));
  }

  /** A moment as RFC 3339 writes it. */
  static Optional<Instant> time(Context ctx, String name) {
    return query(ctx, name)
        .map(text -> {
          try {
            // A plus sign that was not encoded arrives as a blank.
            return JsonForm.moment(text.replace(' ', '+'));
          } catch (InvalidValueException e) {
            throw e.under("/" + name);
          }
        });
  }

  /** One of several names. */
  static <T> Optional<T> choice(
      Context ctx, String name, List<T> choices, Function<T, String> wireName) {
    return query(ctx, name)
        .map(text ->
            choices.stream()
                .filter(choice -> wireName.apply(choice).equals(text))
                .findAny()
                .orElseThrow(() ->
                    new InvalidValueException(
                        "/" + name,
                        "must be one of "
                            + choices.stream().map(wireName).collect(Collectors.joining(", ")),
                        wireName.apply(choices.get(0)))));
  }

  /** A parameter that stands at most once in the query. */
  static Optional<String> query(Context ctx, String name) {
    List<String> values = QueryString.of(ctx).values(name);
    if (values.size() > 1) {
      throw new InvalidValueException("/" + name, "stands more than once", "");
    }
    return values.stream().findFirst();
  }

  /**
   * The raw body.
   *
   * @param types media types allowed; a type that ends in {@code +json} counts as JSON; a body
   *     without a type is taken
   */
  static byte[] body(Context ctx, int limit, List<String> types) {
    byte[] body = body(ctx, limit);
    if (body.length > 0) {
      mediaType(ctx)
          .filter(type -> !isAllowed(type, types))
          .ifPresent(type -> {
            throw RefusedException.mediaType("a body is " + String.join(" or ", types) + " here");
          });
    }
    return body;
  }

  /** The raw body, of any type. */
  static byte[] body(Context ctx, int limit) {
    byte[] read = ctx.attribute(BODY);
    if (read == null) {
      return read(ctx, limit);
    }
    if (read.length > limit) {
      throw RefusedException.tooLarge(limit);
    }
    return read;
  }

  /** The raw body of whoever looks at it before its route does, which may then read it again. */
  static byte[] bodyAhead(Context ctx) {
    byte[] known = ctx.attribute(BODY);
    byte[] body = known == null ? read(ctx, MOST) : known;
    ctx.attribute(BODY, body);
    return body;
  }

  private static byte[] read(Context ctx, int limit) {
    try (InputStream in = ctx.req().getInputStream()) {
      byte[] body = in.readNBytes(limit + 1);
      if (body.length > limit) {
        in.readNBytes(DISCARDED);
        throw RefusedException.tooLarge(limit);
      }
      return body;
    } catch (IOException e) {
      throw RefusedException.badRequest("the body did not arrive whole");
    }
  }

  /** Media type of the body, in lower case, without parameters. */
  static Optional<String> mediaType(Context ctx) {
    return Optional.ofNullable(ctx.header("Content-Type"))
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .filter(type -> !type.isEmpty());
  }

  private static boolean isAllowed(String type, List<String> types) {
    return types.contains(type) || (types.contains(Route.JSON) && isJson(type));
  }

  static boolean isJson(String type) {
    return type.equals(Route.JSON) || type.endsWith("+json");
  }
}
