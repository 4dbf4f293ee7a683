package io.trafficgen.engine.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import javax.management.NotificationEmitter;

/**
 * Tells when the heap is nearly full just after it was collected. A page that fills it so far and
 * no further would have the worker collect without end, and every load in it would be late.
 */
final class FullHeap {
  private static final double NEARLY = 0.9;

  private FullHeap() {}

  static void whenNearly(Runnable action) {
    ((NotificationEmitter) ManagementFactory.getMemoryMXBean())
        .addNotificationListener(
            (notification, none) -> action.run(),
            notification ->
                notification
                    .getType()
                    .equals(MemoryNotificationInfo.MEMORY_COLLECTION_THRESHOLD_EXCEEDED),
            null);
    ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(FullHeap::holdsWhatSurvives)
        .forEach(
            pool -> pool.setCollectionUsageThreshold((long) (pool.getUsage().getMax() * NEARLY)));
  }

  /** Eden, which fills all the time, has no threshold of the first kind. */
  private static boolean holdsWhatSurvives(MemoryPoolMXBean pool) {
    return pool.getType() == MemoryType.HEAP
        && pool.isUsageThresholdSupported()
        && pool.isCollectionUsageThresholdSupported();
  }
}
