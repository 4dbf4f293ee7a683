package io.trafficgen.engine;

import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.exit.NoExitException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.htmlunit.FailingHttpStatusCodeException;

/** Which of the owner's reasons a failure of the network or of a page is. */
final class Failures {
  private static final int MAX_DETAIL = 300;

  private Failures() {}

  static FailureReason reason(Throwable failure) {
    return refusal(failure)
        .map(RefusedException::reason)
        .orElseGet(() -> isOfExit(failure) ? FailureReason.NO_EXIT : ofNetwork(failure));
  }

  /** Whether we ended the request ourselves, however deep that is buried. */
  static boolean isRefusal(Throwable failure) {
    return refusal(failure).isPresent();
  }

  private static Optional<RefusedException> refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedException refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }

  /** However deep: the client wraps what a socket throws, and TLS what lies below it. */
  private static boolean isOfExit(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(NoExitException.class::isInstance);
  }

  private static FailureReason ofNetwork(Throwable failure) {
    return switch (failure) {
      case UnknownHostException e -> FailureReason.DNS;
      case SSLException e -> FailureReason.TLS;
      // none of ours became free: that says nothing of the site
      case ConnectionPoolTimeoutException e -> FailureReason.DRIVER;
      case ConnectTimeoutException e -> FailureReason.CONNECT;
      case InterruptedIOException e -> FailureReason.TIMEOUT;
      case SocketException e -> FailureReason.CONNECT;
      case NoHttpResponseException e -> FailureReason.CONNECT;
      case ConnectionClosedException e -> FailureReason.CONNECT;
      // HtmlUnit says so when a page refreshes itself beyond the limit
      case FailingHttpStatusCodeException e -> FailureReason.CONTENT;
      case IOException e -> FailureReason.CONTENT;
      // nesting that our own count let through
      case StackOverflowError e -> FailureReason.CONTENT;
      default -> FailureReason.DRIVER;
    };
  }

  /** One bounded line: a page's text may stand in it. */
  static String detail(Throwable failure) {
    String text = failure.toString().replaceAll("\\p{Cntrl}+", " ");
    return text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL);
  }
}
