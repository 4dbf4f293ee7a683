package io.trafficgen.persistence.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.HitSpool.Batch;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedSpoolTest {
  @TempDir Path folder;

  private SpoolOnDisk disk;

  @BeforeEach
  void open() {
    disk = new SpoolOnDisk(folder);
  }

  @AfterEach
  void close() {
    disk.close();
  }

  @Test
  void a_torn_last_record_is_passed_over_wherever_it_was_torn() throws IOException {
    List<Batch> first = disk.filled(1);
    long one = disk.size();
    disk.filled(1);
    long two = disk.size();
    byte[] whole = Files.readAllBytes(disk.files().get(0));
    for (long size = two - 1; size >= one; size -= 7) {
      disk.spool().close();
      disk.files().forEach(file -> assertThat(file.toFile().delete()).isTrue());
      Files.write(disk.folder().resolve("hits-000000000007"), whole);
      try (FileChannel channel = FileChannel.open(disk.files().get(0), StandardOpenOption.WRITE)) {
        channel.truncate(size);
      }
      disk.reopen();
      Batch next = disk.filled(1).get(0);
      assertThat(disk.reopened()).containsExactly(first.get(0), next);
      assertThat(disk.spool().lost()).isZero();
    }
  }

  @Test
  void a_damaged_record_costs_itself_alone() throws IOException {
    List<Batch> batches = disk.filled(2);
    disk.damage(100);
    assertThat(disk.reopened()).containsExactly(batches.get(1));
    assertThat(disk.spool().lost()).isEqualTo(batches.get(0).rows());
    assertThat(disk.files()).containsExactly(disk.folder().resolve("unreadable"));
  }

  @Test
  void a_damaged_head_costs_its_record_alone_whatever_of_it_is_damaged() throws IOException {
    disk.filled(1);
    long one = disk.size();
    List<Batch> batches = disk.filled(2);
    for (int place = 0; place < RecordForm.HEAD; place++) {
      disk.spool().close();
      byte[] whole = Files.readAllBytes(disk.files().get(0));
      disk.damage(one + place);
      assertThat(disk.reopened()).hasSize(2).endsWith(batches.get(1));
      assertThat(disk.spool().lost()).isEqualTo(batches.get(0).rows());
      Files.write(disk.folder().resolve("hits-000000000001"), whole);
      Files.delete(disk.folder().resolve("unreadable"));
    }
  }

  @Test
  void several_damaged_records_are_counted_by_what_lies_around_them() throws IOException {
    disk.filled(1);
    long one = disk.size();
    disk.filled(1);
    long two = disk.size();
    List<Batch> last = disk.filled(1);
    disk.damage(0, one, two - 1);
    assertThat(disk.reopened()).isEqualTo(last);
    assertThat(disk.spool().lost()).isEqualTo(4);
  }

  @Test
  void a_damaged_head_at_the_end_is_told_though_nobody_knows_how_much_it_was() throws IOException {
    List<Batch> batches = disk.filled(1);
    long one = disk.size();
    disk.filled(1);
    disk.damage(one + Integer.BYTES);
    assertThat(disk.reopened()).isEqualTo(batches);
    assertThat(disk.spool().lost()).isPositive();
  }

  @Test
  void what_this_version_does_not_know_holds_nothing_up_and_is_counted() throws IOException {
    disk.spool().close();
    try (SegmentWriter segment = new SegmentWriter(disk.folder().resolve("hits-000000000001"))) {
      segment.append(new byte[] {0, 0, 0, 1, 7}, 3);
    }
    disk.reopen();
    Batch known = disk.filled(1).get(0);
    assertThat(disk.spool().first()).contains(known);
    assertThat(disk.spool().lost()).isEqualTo(3);
  }

  @Test
  void a_file_of_another_form_is_put_aside_and_told() throws IOException {
    disk.spool().close();
    Files.writeString(disk.folder().resolve("hits"), "something else altogether");
    disk.reopen();
    Batch known = disk.filled(1).get(0);
    assertThat(disk.spool().first()).contains(known);
    assertThat(disk.spool().lost()).isPositive();
    assertThat(disk.folder().resolve("unreadable")).hasContent("something else altogether");
  }
}
