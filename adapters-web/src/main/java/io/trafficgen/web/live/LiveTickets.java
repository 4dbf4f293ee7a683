package io.trafficgen.web.live;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.web.security.ThrottledException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Tickets for streams (product page, 1.6): browsers' EventSource sends no headers, and a token has
 * no place in a URL. A ticket opens one stream for one user, for 30 s until its first use, then
 * again and again until 60 s after the last reader left.
 *
 * <p>In memory, for a ticket lives shorter than a deployment. Several nodes need a table instead,
 * or a proxy that sends a stream to the node that gave its ticket.
 */
public final class LiveTickets {
  static final Duration FIRST_USE = Duration.ofSeconds(30);
  static final Duration RETURN = Duration.ofSeconds(60);

  /** Tickets of one account at a time. */
  static final int MOST_OF_ONE = 50;

  private static final int MOST = 10_000;
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final Map<String, Ticket> tickets = new HashMap<>();
  private final RandomGenerator random;
  private final InstantSource clock;

  /**
   * @param random must be cryptographically strong
   */
  public LiveTickets(RandomGenerator random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  /**
   * Makes a ticket.
   *
   * @param stream the path that it opens
   * @param holder asks whether the credential that it stands for is still good
   */
  public synchronized Issued issue(
      AccountId account, String stream, Supplier<Optional<Account>> holder) {
    Instant now = clock.instant();
    tickets.values().removeIf(ticket -> ticket.isOver(now));
    long mine = tickets.values().stream().filter(held -> held.account.equals(account)).count();
    if (mine >= MOST_OF_ONE || tickets.size() >= MOST) {
      throw new ThrottledException("too many tickets are open", FIRST_USE);
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Ticket ticket = new Ticket(account, stream, holder, now.plus(FIRST_USE));
    tickets.put(name, ticket);
    return new Issued(name, ticket.endsAt);
  }

  /**
   * A ticket that a client sent.
   *
   * @param field where it stood
   * @throws InvalidValueException if no ticket looks like it
   */
  public static String name(String text, String field) {
    if (!FORM.matcher(text).matches()) {
      throw new InvalidValueException(
          field, "must be a ticket", "POST /api/live-tickets gives one");
    }
    return text;
  }

  /**
   * Opens the stream for a reader.
   *
   * @return empty if the ticket is unknown, over, for another stream, or its holder signed out
   */
  public Optional<Admission> use(String name, String stream) {
    Optional<Ticket> ticket = find(name, stream);
    // Asks the database, so not under the lock.
    Optional<Account> holder = ticket.flatMap(found -> found.holder.get());
    return holder.flatMap(account -> enter(ticket.orElseThrow(), account));
  }

  private synchronized Optional<Ticket> find(String name, String stream) {
    Instant now = clock.instant();
    return Optional.ofNullable(tickets.get(name))
        .filter(ticket -> ticket.stream.equals(stream) && !ticket.isOver(now));
  }

  private synchronized Optional<Admission> enter(Ticket ticket, Account account) {
    if (ticket.isOver(clock.instant())) {
      return Optional.empty();
    }
    ticket.readers++;
    return Optional.of(new Admission(account, ticket.holder, () -> leave(ticket)));
  }

  private synchronized void leave(Ticket ticket) {
    ticket.readers--;
    ticket.endsAt = clock.instant().plus(RETURN);
  }

  /**
   * @param expiresAt unless it is used before
   */
  public record Issued(String ticket, Instant expiresAt) {
    @Override
    public String toString() {
      return "Issued[hidden]";
    }
  }

  /**
   * A reader's stay; closing it starts the time to come back.
   *
   * @param holder asks whether the credential is still good, and whose it is
   */
  public record Admission(Account account, Supplier<Optional<Account>> holder, Runnable leave)
      implements AutoCloseable {
    @Override
    public void close() {
      leave.run();
    }
  }

  private static final class Ticket {
    private final AccountId account;
    private final String stream;
    private final Supplier<Optional<Account>> holder;
    private int readers;
    private Instant endsAt;

    private Ticket(
        AccountId account, String stream, Supplier<Optional<Account>> holder, Instant endsAt) {
      this.account = account;
      this.stream = stream;
      this.holder = holder;
      this.endsAt = endsAt;
    }

    private boolean isOver(Instant now) {
      return readers == 0 && !now.isBefore(endsAt);
    }
  }
}
