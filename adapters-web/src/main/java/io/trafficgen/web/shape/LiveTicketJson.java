package io.trafficgen.web.shape;

import java.time.Instant;

/**
 * A ticket for a stream.
 *
 * @param expiresAt unless it is used before
 * @param url the stream's address with the ticket in it
 */
public record LiveTicketJson(String ticket, Instant expiresAt, String url) {
  @Override
  public String toString() {
    return "LiveTicketJson[hidden]";
  }
}
