package io.trafficgen.application.port;

import java.util.List;

/**
 * What was not credited; events of these are as they were.
 *
 * @param copies of payments that were known before
 * @param strangers for accounts that do not exist, or no more
 */
public record Deposited(List<IncomingPayment> copies, List<IncomingPayment> strangers) {
  public Deposited {
    copies = List.copyOf(copies);
    strangers = List.copyOf(strangers);
  }
}
