package io.trafficgen.domain.account;

/** A stored password in PHC string format ({@code $argon2id$…}). */
public record PasswordHash(String value) {
  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }
}
