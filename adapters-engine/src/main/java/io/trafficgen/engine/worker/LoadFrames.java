package io.trafficgen.engine.worker;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.PageWishes;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.ThirdPartyBlock;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.Browser;
import io.trafficgen.domain.visit.Device;
import io.trafficgen.domain.visit.DeviceProfile;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.VisitId;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A load on its way to a worker, and its outcome on the way back. */
final class LoadFrames {
  private LoadFrames() {}

  /**
   * @param time in place of the load's deadline
   */
  static void writeLoad(DataOutputStream out, PageLoad load, Duration time) throws IOException {
    out.writeUTF(load.visit().toString());
    Fields.writeUri(out, load.url());
    Fields.writeOptional(out, load.referer(), Fields::writeUri);
    out.writeUTF(load.device().device().name());
    out.writeUTF(load.device().browser().name());
    out.writeInt(load.device().width());
    out.writeInt(load.device().height());
    out.writeUTF(load.device().userAgent());
    out.writeUTF(load.language());
    out.writeBoolean(load.script());
    Fields.writeList(out, load.cookies(), Fields::writeCookie);
    ExitFrames.write(out, load.exit());
    Fields.writeList(
        out, List.copyOf(load.hosts()), (frame, host) -> frame.writeUTF(host.toString()));
    writeWishes(out, load.wishes());
    Fields.writeDuration(out, time);
  }

  static PageLoad readLoad(DataInputStream in) throws IOException {
    return new PageLoad(
        new VisitId(UUID.fromString(in.readUTF())),
        Fields.readUri(in),
        Fields.readOptional(in, Fields::readUri),
        new DeviceProfile(
            Device.valueOf(in.readUTF()),
            Browser.valueOf(in.readUTF()),
            in.readInt(),
            in.readInt(),
            in.readUTF()),
        in.readUTF(),
        in.readBoolean(),
        Fields.readList(in, Fields::readCookie),
        ExitFrames.read(in),
        Set.copyOf(Fields.readList(in, frame -> Host.parse(frame.readUTF()))),
        readWishes(in),
        Fields.readDuration(in));
  }

  private static void writeWishes(DataOutputStream out, PageWishes wishes) throws IOException {
    out.writeUTF(wishes.blocked().name());
    Fields.writeOptional(out, wishes.mustContain(), DataOutputStream::writeUTF);
    Fields.writeOptional(
        out, wishes.cache(), (frame, project) -> frame.writeUTF(project.toString()));
  }

  private static PageWishes readWishes(DataInputStream in) throws IOException {
    return new PageWishes(
        ThirdPartyBlock.valueOf(in.readUTF()),
        Fields.readOptional(in, frame -> frame.readUTF()),
        Fields.readOptional(in, frame -> new ProjectId(UUID.fromString(frame.readUTF()))));
  }

  static void writeOutcome(DataOutputStream out, LoadOutcome outcome) throws IOException {
    switch (outcome) {
      case Loaded loaded -> {
        out.writeBoolean(true);
        out.writeInt(loaded.status());
        Fields.writeUri(out, loaded.url());
        Fields.writeList(out, loaded.links(), Fields::writeUri);
        Fields.writeList(out, loaded.cookies(), Fields::writeCookie);
        out.writeLong(loaded.bytes());
        out.writeInt(loaded.blockedRequests());
        out.writeBoolean(loaded.asWished());
        Fields.writeDuration(out, loaded.duration());
        Fields.writeOptional(out, loaded.retryAfter(), Fields::writeDuration);
      }
      case NotLoaded failure -> {
        out.writeBoolean(false);
        out.writeUTF(failure.reason().wireName());
        out.writeUTF(failure.detail());
        Fields.writeDuration(out, failure.duration());
      }
    }
  }

  /** What a worker says is not trusted: nonsense is an {@link IOException}. */
  static LoadOutcome readOutcome(DataInputStream in) throws IOException {
    try {
      return in.readBoolean() ? readLoaded(in) : readNotLoaded(in);
    } catch (IllegalArgumentException e) {
      throw new IOException("no outcome in a frame", e);
    }
  }

  private static Loaded readLoaded(DataInputStream in) throws IOException {
    return new Loaded(
        in.readInt(),
        Fields.readUri(in),
        Fields.readList(in, Fields::readUri),
        Fields.readList(in, Fields::readCookie),
        in.readLong(),
        in.readInt(),
        in.readBoolean(),
        Fields.readDuration(in),
        Fields.readOptional(in, Fields::readDuration));
  }

  private static NotLoaded readNotLoaded(DataInputStream in) throws IOException {
    return new NotLoaded(
        FailureReason.ofWireName(in.readUTF()), in.readUTF(), Fields.readDuration(in));
  }
}
