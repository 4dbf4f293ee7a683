package io.trafficgen.application.port;

import io.trafficgen.domain.account.Account;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who is signed in; kept in the database, so that sessions survive a restart. */
public interface Sessions {
  /**
   * Opens a session for who showed the password of {@code account}.
   *
   * @return false if it was disabled, or its password replaced, since it was read
   */
  boolean open(UUID session, Account account, String refreshHash, Instant expiresAt);

  /** The account of a session that is live at {@code now}. */
  Optional<Account> account(UUID session, Instant now);

  /**
   * Exchanges a refresh token, once.
   *
   * @return the session; empty if no live session knows {@code hash}. A hash that was exchanged
   *     before ends its session: somebody else holds a copy.
   */
  Optional<UUID> rotate(String hash, String nextHash, Instant now);

  void close(UUID session);

  /** Deletes the sessions that are over at {@code now}, and their refresh tokens. */
  void forget(Instant now);
}
