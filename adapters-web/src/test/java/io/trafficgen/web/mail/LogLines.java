package io.trafficgen.web.mail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What a class writes into the log. */
final class LogLines implements AutoCloseable {
  private final Logger logger;
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  private LogLines(Logger logger) {
    this.logger = logger;
    logger.setLevel(Level.INFO);
    lines.start();
    logger.addAppender(lines);
  }

  static LogLines of(Class<?> type) {
    return new LogLines((Logger) LoggerFactory.getLogger(type));
  }

  List<ILoggingEvent> lines() {
    return List.copyOf(lines.list);
  }

  @Override
  public void close() {
    logger.detachAppender(lines);
  }
}
