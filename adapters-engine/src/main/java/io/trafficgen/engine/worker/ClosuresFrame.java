package io.trafficgen.engine.worker;

import io.trafficgen.domain.safety.HostClosures;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.FailureReason;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which hosts are closed, on its way to a worker whose loads obey at once. */
final class ClosuresFrame {
  /** Stands where a load has its number, which is above zero. */
  static final long NUMBER = 0;

  private ClosuresFrame() {}

  static void write(DataOutputStream out, HostClosures closed) throws IOException {
    Fields.writeList(
        out,
        List.copyOf(closed.reasons().entrySet()),
        (frame, entry) -> {
          frame.writeUTF(entry.getKey().toString());
          frame.writeUTF(entry.getValue().wireName());
        });
  }

  static HostClosures read(DataInputStream in) throws IOException {
    return new HostClosures(
        Fields.readList(
                in,
                frame ->
                    Map.entry(
                        Host.parse(frame.readUTF()), FailureReason.ofWireName(frame.readUTF())))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
