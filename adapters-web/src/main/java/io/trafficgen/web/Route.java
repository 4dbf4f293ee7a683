package io.trafficgen.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One entry of the API.
 *
 * @param path as in openapi.yaml, for example {@code /api/sites/{id}/verify}
 * @param produces media type of the good answer; problems are always problem documents
 */
public record Route(HandlerType method, String path, String produces, Handler handler) {
  static final String JSON = "application/json";

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
}
