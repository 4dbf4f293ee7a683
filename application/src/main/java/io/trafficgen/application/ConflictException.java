package io.trafficgen.application;

/** A wish that contradicts what is there already. */
public final class ConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConflictException(String detail) {
    super(detail);
  }
}
