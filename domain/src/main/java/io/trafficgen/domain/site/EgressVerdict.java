package io.trafficgen.domain.site;

/** What {@link EgressPolicy} says of a connection, and which of its rules refused it. */
public enum EgressVerdict {
  ALLOWED,
  /** Neither http nor https. */
  SCHEME,
  /** Longer than 2,048 characters, with user-info, or without a host. */
  FORM,
  /** Not 80 or 443. */
  PORT,
  /** An address literal, a single label, or a name reserved for internal use. */
  HOST,
  /** The name has no address. */
  UNRESOLVED,
  /** At least one address of the name is not a public one. */
  ADDRESS;

  public boolean allowed() {
    return this == ALLOWED;
  }
}
