package io.trafficgen.web.live;

import io.trafficgen.domain.InvalidValueException;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an event stands in the feed, for example {@code 1763836800000-42}: time first, so that the
 * id of a process that is gone still sorts before what its successor sends.
 *
 * @param millis since 1970
 * @param sequence counts up within the process
 */
record EventPlace(long millis, long sequence) implements Comparable<EventPlace> {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,15})-([0-9]{1,18})");
  private static final Comparator<EventPlace> ORDER =
      Comparator.comparingLong(EventPlace::millis).thenComparingLong(EventPlace::sequence);

  /**
   * @param field where the id stands
   */
  static EventPlace parse(String id, String field) {
    Matcher form = FORM.matcher(id);
    if (!form.matches()) {
      throw new InvalidValueException(field, "must be the id of an event", "1763836800000-42");
    }
    return new EventPlace(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)));
  }

  /** The place after this one; time never runs backwards here, whatever the clock does. */
  EventPlace next(long now) {
    return new EventPlace(Math.max(now, millis), sequence + 1);
  }

  @Override
  public int compareTo(EventPlace other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return millis + "-" + sequence;
  }
}
