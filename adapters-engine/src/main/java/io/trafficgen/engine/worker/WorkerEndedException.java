package io.trafficgen.engine.worker;

import java.io.IOException;

/** The process ended, or was ended, before it answered a load. */
final class WorkerEndedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean hadCompany;

  WorkerEndedException(String message, boolean hadCompany) {
    super(message);
    this.hadCompany = hadCompany;
  }

  /** Whether another load may be to blame. */
  boolean hadCompany() {
    return hadCompany;
  }
}
