package io.trafficgen.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Turns a name into addresses; nothing is judged here. */
@FunctionalInterface
public interface NameResolver {
  /**
   * Blocks until the answer is there.
   *
   * @throws UnknownHostException if the name has no address
   */
  List<InetAddress> resolve(String name) throws UnknownHostException;

  /** The operating system's resolver. */
  static NameResolver system() {
    return name -> List.of(InetAddress.getAllByName(name));
  }
}
