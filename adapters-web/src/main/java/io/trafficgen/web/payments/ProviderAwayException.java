package io.trafficgen.web.payments;

/** A provider cannot tell the truth now; whoever asked asks again later. */
public final class ProviderAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProviderAwayException(String message) {
    super(message);
  }
}
