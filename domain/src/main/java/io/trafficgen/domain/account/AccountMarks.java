package io.trafficgen.domain.account;

/**
 * What is on or off about an account.
 *
 * @param emailConfirmed its owner followed the link of a mail
 * @param secondFactor signing in takes a code beside the password
 * @param disabled nobody signs in; set by an admin
 */
public record AccountMarks(boolean emailConfirmed, boolean secondFactor, boolean disabled) {
  /** How every account begins. */
  public static AccountMarks fresh() {
    return new AccountMarks(false, false, false);
  }
}
