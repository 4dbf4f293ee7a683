package io.trafficgen.application.account;

import io.trafficgen.application.WrongSecretException;
import io.trafficgen.application.port.SecondFactor;
import io.trafficgen.domain.account.AccountId;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/** What is asked of one-time codes: each is good once, and guessing ends soon. */
public final class CodeChecks {
  private final AttemptLimit limit;
  private final InstantSource clock;

  public CodeChecks(InstantSource clock) {
    this.limit = AttemptLimit.ofCodes(clock);
    this.clock = clock;
  }

  /**
   * Whether the code is right and its step could be used up.
   *
   * @param use uses a step; false if somebody else was faster
   * @throws io.trafficgen.application.TooManyAttemptsException after too many wrong ones
   */
  boolean match(AccountId account, SecondFactor factor, String code, LongPredicate use) {
    String name = account.toString();
    limit.take(name);
    try {
      OptionalLong step = factor.secret().match(code, clock.instant(), factor.lastStep());
      boolean right = step.isPresent() && use.test(step.getAsLong());
      if (right) {
        limit.clear(name);
      }
      return right;
    } catch (RuntimeException notJudged) {
      limit.giveBack(name);
      throw notJudged;
    }
  }

  /**
   * As {@link #match}.
   *
   * @throws WrongSecretException if the code is wrong or was used
   */
  void require(AccountId account, SecondFactor factor, String code, LongPredicate use) {
    if (!match(account, factor, code, use)) {
      throw new WrongSecretException("the code is wrong or was used: wait for the next one");
    }
  }
}
