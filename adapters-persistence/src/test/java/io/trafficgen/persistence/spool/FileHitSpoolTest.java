package io.trafficgen.persistence.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.HitSpoolContract;
import io.trafficgen.application.port.HitSpool.Batch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHitSpoolTest implements HitSpoolContract {
  @TempDir Path temporary;

  private SpoolOnDisk disk;

  @BeforeEach
  void open() {
    disk = new SpoolOnDisk(temporary.resolve("data").resolve("spool"));
  }

  @AfterEach
  void close() {
    disk.close();
  }

  @Override
  public FileHitSpool spool() {
    return disk.spool();
  }

  @Override
  public FileHitSpool fullSpool() {
    return FileHitSpool.open(temporary.resolve("full"), 0);
  }

  @Test
  void outlives_its_process() {
    List<Batch> batches = disk.filled(3);
    assertThat(disk.reopened()).isEqualTo(batches);
    assertThat(disk.reopened()).isEmpty();
    assertThat(disk.files()).isEmpty();
  }

  @Test
  void what_was_removed_may_come_back_but_not_out_of_its_order() {
    List<Batch> batches = new ArrayList<>(disk.filled(2));
    disk.spool().first();
    disk.spool().removeFirst();
    batches.addAll(disk.filled(1));
    assertThat(disk.reopened()).isEqualTo(batches);
  }

  @Test
  void one_that_is_never_empty_takes_no_more_room_than_what_waits() {
    disk.filled(10);
    assertThat(disk.files()).hasSizeGreaterThan(1);
    for (int round = 0; round < 100; round++) {
      disk.spool().first();
      disk.spool().removeFirst();
      disk.filled(1);
      assertThat(disk.spool().first()).isPresent();
    }
    // Ten batches, and those removed of the oldest segment.
    assertThat(disk.spool().bytes()).isLessThan(SpoolOnDisk.ROOM);
    assertThat(disk.reopened()).hasSizeBetween(10, 20);
  }

  @Test
  void a_bound_on_its_size_holds_until_there_is_room_again() {
    int count = 0;
    while (disk.spool().append(HitSpoolContract.batch(1))) {
      count++;
    }
    assertThat(count).isPositive();
    long onDisk = disk.files().stream().mapToLong(file -> file.toFile().length()).sum();
    assertThat(disk.spool().bytes()).isEqualTo(onDisk).isLessThanOrEqualTo(SpoolOnDisk.ROOM);
    int segments = disk.files().size();
    while (disk.files().size() == segments) {
      disk.spool().first();
      disk.spool().removeFirst();
    }
    assertThat(disk.spool().append(HitSpoolContract.batch(1))).isTrue();
    assertThat(disk.reopened()).isNotEmpty();
    assertThat(disk.spool().bytes()).isZero();
  }

  @Test
  void what_the_disk_does_not_take_is_refused() throws IOException {
    disk.filled(1);
    disk.spool().first();
    Path away = disk.folder().resolveSibling("away");
    Files.move(disk.folder(), away);
    assertThat(disk.spool().append(HitSpoolContract.batch(1))).isFalse();
    assertThat(disk.spool().append(HitSpoolContract.batch(1))).isFalse();
    Files.move(away, disk.folder());
    assertThat(disk.reopened()).hasSize(1);
  }

  @Test
  void counts_what_is_lost() {
    disk.spool().lost(3);
    disk.spool().lost(4);
    assertThat(disk.spool().lost()).isEqualTo(7);
  }
}
