package io.trafficgen.persistence.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.HitSpoolContract;
import io.trafficgen.application.port.HitSpool.Batch;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHitSpoolTest implements HitSpoolContract {
  private static final long ROOM = 4_000;

  @TempDir Path folder;

  private Path file;
  private FileHitSpool spool;

  @BeforeEach
  void open() {
    file = folder.resolve("spool").resolve("hits");
    spool = FileHitSpool.open(file, ROOM);
  }

  @AfterEach
  void close() {
    spool.close();
  }

  @Override
  public FileHitSpool spool() {
    return spool;
  }

  @Override
  public FileHitSpool fullSpool() {
    return FileHitSpool.open(folder.resolve("full"), 0);
  }

  private List<Batch> filled(int count) {
    List<Batch> batches = new ArrayList<>();
    for (int page = 1; page <= count; page++) {
      batches.add(HitSpoolContract.batch(page));
      assertThat(spool.append(batches.getLast())).isTrue();
    }
    return batches;
  }

  @Test
  void what_this_version_does_not_know_holds_nothing_up() throws IOException {
    spool.close();
    try (RecordFile records = RecordFile.open(file, ROOM)) {
      records.append(new byte[] {0, 0, 0, 1, 7});
    }
    spool = FileHitSpool.open(file, ROOM);
    Batch known = filled(1).get(0);
    assertThat(spool.first()).contains(known);
  }

  private List<Batch> reopened() {
    spool.close();
    spool = FileHitSpool.open(file, ROOM);
    List<Batch> found = new ArrayList<>();
    while (spool.first().isPresent()) {
      found.add(spool.first().orElseThrow());
      spool.removeFirst();
    }
    return found;
  }

  @Test
  void outlives_its_process() {
    List<Batch> batches = filled(3);
    assertThat(reopened()).isEqualTo(batches);
    assertThat(reopened()).isEmpty();
  }

  @Test
  void what_was_removed_may_come_back_but_not_out_of_its_order() {
    List<Batch> batches = filled(2);
    spool.removeFirst();
    assertThat(reopened()).isEqualTo(batches);
  }

  @Test
  void a_torn_last_record_is_cut_away_wherever_it_was_torn() throws IOException {
    filled(1);
    long one = Files.size(file);
    List<Batch> batches = filled(1);
    long two = Files.size(file);
    for (long size = two - 1; size >= one; size -= 7) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(size);
      }
      spool.close();
      spool = FileHitSpool.open(file, ROOM);
      assertThat(Files.size(file)).isEqualTo(one);
      assertThat(spool.append(batches.get(0))).isTrue();
    }
    assertThat(reopened()).hasSize(2).endsWith(batches.get(0));
  }

  @Test
  void a_damaged_record_costs_itself_alone() throws IOException {
    List<Batch> batches = filled(2);
    byte[] bytes = Files.readAllBytes(file);
    bytes[100]++;
    Files.write(file, bytes);
    assertThat(reopened()).containsExactly(batches.get(1));
  }

  @Test
  void a_bound_on_its_size_holds_until_it_is_empty_again() throws IOException {
    int count = 0;
    while (spool.append(HitSpoolContract.batch(1))) {
      count++;
    }
    assertThat(count).isPositive();
    assertThat(Files.size(file)).isLessThanOrEqualTo(ROOM);
    assertThat(spool.bytes()).isEqualTo(Files.size(file));
    while (spool.first().isPresent()) {
      spool.removeFirst();
    }
    assertThat(spool.bytes()).isZero();
    assertThat(spool.append(HitSpoolContract.batch(1))).isTrue();
  }

  @Test
  void a_file_of_another_form_is_put_aside() throws IOException {
    spool.close();
    Files.writeString(file, "something else altogether");
    spool = FileHitSpool.open(file, ROOM);
    assertThat(spool.first()).isEmpty();
    assertThat(file.resolveSibling("hits.unreadable")).hasContent("something else altogether");
  }

  @Test
  void what_the_disk_does_not_take_is_refused() {
    filled(1);
    spool.close();
    assertThat(spool.append(HitSpoolContract.batch(1))).isFalse();
    assertThat(spool.append(HitSpoolContract.batch(1))).isFalse();
    assertThat(reopened()).hasSize(1);
  }

  @Test
  void counts_what_is_lost() {
    spool.lost(3);
    spool.lost(4);
    assertThat(spool.lost()).isEqualTo(7);
  }
}
