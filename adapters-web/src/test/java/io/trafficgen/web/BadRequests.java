package io.trafficgen.web;

import io.trafficgen.web.BadBodies.BadBody;
import io.trafficgen.web.BadRequest.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What can be wrong with a request, read off the contract. */
final class BadRequests {
  private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE", "PATCH");
  private static final List<String> NOBODYS_IDS =
      List.of("00000000-0000-4000-8000-000000000000", "17", "%20", "%F0%9F%98%80");

  private final ApiOperation operation;
  private final String path;
  private final List<BadRequest> found = new ArrayList<>();

  private BadRequests(ApiOperation operation, String path) {
    this.operation = operation;
    this.path = path;
  }

  /**
   * @param paths puts identities of existing things into a path
   */
  static List<BadRequest> of(ApiOperation operation, UnaryOperator<String> paths) {
    BadRequests requests = new BadRequests(operation, paths.apply(operation.path()));
    requests.methods();
    requests.callers();
    requests.identities();
    requests.query();
    // A webhook is refused for its signature before anybody looks into it.
    if (operation.body().isPresent() && !operation.isFor("webhooks")) {
      BadBodies.of(operation).forEach(requests::body);
    }
    return requests.found;
  }

  private void methods() {
    METHODS.stream()
        .filter(method -> OpenApi.find(method, path).isEmpty())
        .forEach(method -> found.add(request("of a wrong method", method, path, 405, "")));
    found.add(
        request("for a picture", operation.method(), path, 406, "")
            .with(Map.of("Accept", "image/png"), new byte[0]));
  }

  private void callers() {
    if (operation.isPublic()) {
      return;
    }
    found.add(request("without a token", operation.method(), path, 401, "").by(Caller.NOBODY));
    found.add(
        request("with a forged token", operation.method(), path, 401, "").by(Caller.IMPOSTOR));
    if (operation.path().startsWith("/api/admin/")) {
      found.add(complete("of no admin", path, 403).by(Caller.STRANGER));
    }
  }

  private void identities() {
    if (!operation.path().contains("{id}")) {
      return;
    }
    for (String id : NOBODYS_IDS) {
      found.add(complete("of what does not exist", operation.path().replace("{id}", id), 404));
    }
    if (!operation.path().startsWith("/api/admin/")) {
      found.add(complete("of somebody else's", path, 404).by(Caller.STRANGER));
    }
  }

  private void query() {
    for (Map<String, Object> parameter : operation.parameters("query")) {
      String name = "" + parameter.get("name");
      for (String query : List.of(name + "=1&" + name + "=1", name + "=%25%00")) {
        found.add(
            request("with a bad " + name, operation.method(), path + "?" + query, 400, "/" + name));
      }
    }
  }

  private void body(BadBody body) {
    found.add(
        request(body.what(), operation.method(), path, body.status(), body.pointer())
            .with(conditional(body.type()), body.bytes()));
  }

  /** As it should be, but for the path or the caller. */
  private BadRequest complete(String what, String path, int status) {
    return request(what, operation.method(), path, status, "")
        .with(conditional("application/json"), BadBodies.good(operation));
  }

  private static BadRequest request(
      String what, String method, String path, int status, String pointer) {
    return new BadRequest(
        what, Caller.ENTITLED, method, path, Map.of(), new byte[0], status, pointer);
  }

  /** What must be conditional is so, that the condition is not what is refused. */
  private Map<String, String> conditional(String type) {
    Map<String, String> headers = new HashMap<>(Map.of("Content-Type", type));
    operation.parameters("header").stream()
        .filter(parameter -> "If-Match".equals(parameter.get("name")))
        .forEach(parameter -> headers.put("If-Match", "*"));
    return headers;
  }
}
