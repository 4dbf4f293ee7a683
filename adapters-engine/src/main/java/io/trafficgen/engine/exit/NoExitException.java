package io.trafficgen.engine.exit;

import java.io.IOException;

/** The exit failed, not the site; its text holds no credentials. */
public final class NoExitException extends IOException {
  private static final long serialVersionUID = 1L;

  NoExitException(String message) {
    super(message);
  }

  NoExitException(String message, Throwable cause) {
    super(message, cause);
  }
}
