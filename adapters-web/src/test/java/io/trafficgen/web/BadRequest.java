package io.trafficgen.web;

import java.util.Map;

/**
 * A request that must be refused.
 *
 * @param caller who sends it
 * @param status the refusal
 * @param pointer what the problem must name; empty for none
 */
record BadRequest(
    String what,
    Caller caller,
    String method,
    String path,
    Map<String, String> headers,
    byte[] body,
    int status,
    String pointer) {
  /** Whose token goes with a request. */
  enum Caller {
    /** Owns what the path names, and is an admin. */
    ENTITLED,
    /** Is signed in, and owns nothing. */
    STRANGER,
    /** Is not signed in. */
    NOBODY,
    /** Has a token that nobody signed. */
    IMPOSTOR
  }

  BadRequest by(Caller other) {
    return new BadRequest(what, other, method, path, headers, body, status, pointer);
  }

  BadRequest with(Map<String, String> headers, byte[] body) {
    return new BadRequest(what, caller, method, path, headers, body, status, pointer);
  }

  @Override
  public String toString() {
    return method + " " + path + " " + what;
  }
}
