package io.trafficgen.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.Set;

/**
 * One entry of the API.
 *
 * @param path as in openapi.yaml, for example {@code /api/sites/{id}/verify}
 * @param produces media type of the good answer; problems are always problem documents
 * @param traits what the server does differently around it
 */
public record Route(
    HandlerType method, String path, String produces, Handler handler, Set<Trait> traits) {
  static final String JSON = "application/json";
  static final String EVENTS = "text/event-stream";

  /** How the server treats a route. */
  enum Trait {
    /** Its answer holds a secret that is shown once, so that no answer is stored. */
    SECRET,
    /** The sender proves itself by a signature; wrong ones are counted. */
    SIGNED,
    /** It looks at {@code Accept} by itself. */
    NEGOTIATED
  }

  private Route(HandlerType method, String path, String produces, Handler handler) {
    this(method, path, produces, handler, EnumSet.noneOf(Trait.class));
  }

  static Route get(String path, Handler handler) {
    return new Route(HandlerType.GET, path, JSON, handler);
  }

  static Route get(String path, String produces, Handler handler) {
    return new Route(HandlerType.GET, path, produces, handler);
  }

  static Route post(String path, Handler handler) {
    return new Route(HandlerType.POST, path, JSON, handler);
  }

  static Route patch(String path, Handler handler) {
    return new Route(HandlerType.PATCH, path, JSON, handler);
  }

  static Route delete(String path, Handler handler) {
    return new Route(HandlerType.DELETE, path, JSON, handler);
  }

  static Route put(String path, Handler handler) {
    return new Route(HandlerType.PUT, path, JSON, handler);
  }

  Route with(Trait trait) {
    EnumSet<Trait> more = EnumSet.of(trait);
    more.addAll(traits);
    return new Route(method, path, produces, handler, more);
  }

  Route with(Handler other) {
    return new Route(method, path, produces, other, traits);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether the answer goes on as long as the client listens. */
  boolean isStream() {
    return produces.equals(EVENTS);
  }
}
