package io.trafficgen.engine.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The wall over names of a file, where the system's would be. The JDK's own {@code
 * jdk.net.hosts.file} asks no provider at all, so that no wall would stand. Found before the wall
 * itself, for tests come first on the class path.
 */
public final class NamesOfTests extends InetAddressResolverProvider {
  /** Lines of an address and its names; absent = the system's names. */
  static final String HOSTS = "trafficgen.test.hosts";

  @Override
  public InetAddressResolver get(Configuration configuration) {
    return NameWall.over(
        Optional.ofNullable(System.getProperty(HOSTS))
            .map(Path::of)
            .<InetAddressResolver>map(HostsFile::new)
            .orElseGet(configuration::builtinResolver));
  }

  @Override
  public String name() {
    return "names of tests";
  }

  private record HostsFile(Path file) implements InetAddressResolver {
    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy wanted)
        throws UnknownHostException {
      try {
        List<InetAddress> found =
            Files.readAllLines(file).stream()
                .map(line -> List.of(line.strip().split("\\s+")))
                .filter(words -> words.subList(1, words.size()).contains(host))
                .map(words -> literal(words.getFirst()))
                .toList();
        if (found.isEmpty()) {
          throw new UnknownHostException(host);
        }
        return found.stream();
      } catch (UnknownHostException e) {
        throw e;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
      throw new UnknownHostException(Arrays.toString(address));
    }

    private static InetAddress literal(String address) {
      try {
        return InetAddress.getAllByName(address)[0];
      } catch (UnknownHostException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
