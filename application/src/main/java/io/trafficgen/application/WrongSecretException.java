package io.trafficgen.application;

/** Somebody who is known failed to show a secret: a password, a code. */
public final class WrongSecretException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WrongSecretException(String detail) {
    super(detail);
  }
}
