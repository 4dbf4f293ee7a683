package io.trafficgen.engine;

import io.trafficgen.engine.SharedConnections.Way;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpClientConnection;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.apache.http.conn.ConnectionRequest;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.impl.conn.DefaultHttpClientConnectionOperator;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.protocol.HttpContext;

/**
 * The shared connections as one load sees them: it closes those that it holds, and no others.
 *
 * <p>A pool by its type alone, which is what HtmlUnit wants; it keeps no connection.
 */
final class LoadConnections extends PoolingHttpClientConnectionManager {
  private static final DefaultHttpClientConnectionOperator NONE =
      new DefaultHttpClientConnectionOperator(
          RegistryBuilder.<ConnectionSocketFactory>create().build(), null, null);

  private final SharedConnections shared;
  private final LoadGuard guard;
  private final Map<HttpClientConnection, Way> held = new ConcurrentHashMap<>();
  private volatile boolean ended;

  LoadConnections(SharedConnections shared, LoadGuard guard) {
    super(NONE, null, -1, TimeUnit.MILLISECONDS);
    this.shared = shared;
    this.guard = guard;
  }

  /** {@inheritDoc} */
  @Override
  public ConnectionRequest requestConnection(HttpRoute route, Object state) {
    Way way = guard.way(SharedConnections.site(route));
    ConnectionRequest request = shared.request(route, way);
    return new ConnectionRequest() {
      @Override
      public HttpClientConnection get(long timeout, TimeUnit unit)
          throws InterruptedException, ExecutionException, ConnectionPoolTimeoutException {
        HttpClientConnection connection = request.get(timeout, unit);
        held.put(connection, way);
        if (ended) {
          drop(connection);
        }
        return connection;
      }

      @Override
      public boolean cancel() {
        return request.cancel();
      }
    };
  }

  /** {@inheritDoc} */
  @Override
  public void connect(
      HttpClientConnection connection, HttpRoute route, int millis, HttpContext context)
      throws IOException {
    shared.connect(connection, route, guard.way(SharedConnections.site(route)), millis, context);
  }

  /** {@inheritDoc} */
  @Override
  public void routeComplete(HttpClientConnection connection, HttpRoute route, HttpContext context)
      throws IOException {
    shared.complete(connection, route, context);
  }

  /** {@inheritDoc} */
  @Override
  public void releaseConnection(
      HttpClientConnection connection, Object state, long kept, TimeUnit unit) {
    giveBack(connection, unit.toMillis(kept));
  }

  /** Closes what the load still holds, whatever thread waits on it, and what it asks for later. */
  @Override
  public void shutdown() {
    ended = true;
    held.keySet().forEach(this::drop);
  }

  private void giveBack(HttpClientConnection connection, long millis) {
    Way way = held.remove(connection);
    if (way != null) {
      shared.release(connection, way, millis);
    }
  }

  private void drop(HttpClientConnection connection) {
    // first: one that was given back just now may be another load's by the time it is closed
    Way way = held.remove(connection);
    if (way != null) {
      try {
        connection.shutdown();
      } catch (IOException e) {
        // it is closed all the same
      }
      shared.release(connection, way, 0);
    }
  }
}
