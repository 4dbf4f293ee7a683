package io.trafficgen.engine;

import java.net.URI;

/** A port that nobody listens on: TCP port 1 of loopback is reserved and never handed out. */
final class DeadAddress {
  private DeadAddress() {}

  static URI url() {
    return URI.create("http://localhost:1/");
  }
}
