package io.trafficgen.application.account;

/** What came of a sign-in. */
public sealed interface SignInOutcome {
  record Opened(OpenSession session) implements SignInOutcome {}

  /** Name and password do not belong together, or the account is disabled. */
  record Unknown() implements SignInOutcome {}

  /** The password was right; the account asks for a one-time code as well. */
  record CodeNeeded() implements SignInOutcome {}

  /** The password was right; the code was not, or was used before. */
  record CodeWrong() implements SignInOutcome {}
}
