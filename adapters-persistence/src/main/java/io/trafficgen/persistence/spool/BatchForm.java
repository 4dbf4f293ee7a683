package io.trafficgen.persistence.spool;

import io.trafficgen.application.port.HitSpool.Batch;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.Browser;
import io.trafficgen.domain.visit.Device;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitId;
import io.trafficgen.domain.visit.VisitOutcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A batch as bytes. Whoever changes the form changes the mark in {@link RecordForm}. */
final class BatchForm {
  private BatchForm() {}

  static byte[] write(Batch batch) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(batch.hits().size());
    for (Hit hit : batch.hits()) {
      write(out, hit);
    }
    out.writeInt(batch.visits().size());
    for (Visit visit : batch.visits()) {
      write(out, visit);
    }
    return bytes.toByteArray();
  }

  static Batch read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    List<Hit> hits = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      hits.add(hit(in));
    }
    List<Visit> visits = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      visits.add(visit(in));
    }
    return new Batch(hits, visits);
  }

  private static void write(DataOutputStream out, Hit hit) throws IOException {
    write(out, hit.visit().value());
    out.writeInt(hit.page());
    write(out, hit.project().value());
    write(out, hit.account().value());
    write(out, hit.url().toString());
    write(out, hit.country().orElse(""));
    write(out, hit.ip().orElse(""));
    write(out, hit.device().name());
    write(out, hit.browser().name());
    out.writeInt(hit.status());
    out.writeLong(hit.duration().toNanos());
    out.writeLong(hit.bytes());
    out.writeInt(hit.blockedRequests());
    write(out, hit.at());
  }

  private static Hit hit(DataInputStream in) throws IOException {
    return new Hit(
        new VisitId(uuid(in)),
        in.readInt(),
        new ProjectId(uuid(in)),
        new AccountId(uuid(in)),
        URI.create(text(in)),
        Optional.of(text(in)).filter(known -> !known.isEmpty()),
        Optional.of(text(in)).filter(known -> !known.isEmpty()),
        Device.valueOf(text(in)),
        Browser.valueOf(text(in)),
        in.readInt(),
        Duration.ofNanos(in.readLong()),
        in.readLong(),
        in.readInt(),
        instant(in));
  }

  private static void write(DataOutputStream out, Visit visit) throws IOException {
    write(out, visit.id().value());
    write(out, visit.grant().value());
    out.writeInt(visit.number());
    write(out, visit.project().value());
    write(out, visit.account().value());
    write(
        out,
        switch (visit.outcome()) {
          case VisitOutcome.Completed completed -> "";
          case VisitOutcome.Failed failed -> failed.reason().wireName();
        });
    out.writeInt(visit.pages());
    write(out, visit.startedAt());
    out.writeLong(visit.duration().toNanos());
  }

  private static Visit visit(DataInputStream in) throws IOException {
    return new Visit(
        new VisitId(uuid(in)),
        new GrantId(uuid(in)),
        in.readInt(),
        new ProjectId(uuid(in)),
        new AccountId(uuid(in)),
        outcome(text(in)),
        in.readInt(),
        instant(in),
        Duration.ofNanos(in.readLong()));
  }

  private static VisitOutcome outcome(String reason) {
    return reason.isEmpty()
        ? new VisitOutcome.Completed()
        : new VisitOutcome.Failed(FailureReason.ofWireName(reason));
  }

  private static void write(DataOutputStream out, UUID id) throws IOException {
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
  }

  private static UUID uuid(DataInputStream in) throws IOException {
    return new UUID(in.readLong(), in.readLong());
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static void write(DataOutputStream out, Instant at) throws IOException {
    out.writeLong(at.getEpochSecond());
    out.writeInt(at.getNano());
  }

  private static Instant instant(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }
}
