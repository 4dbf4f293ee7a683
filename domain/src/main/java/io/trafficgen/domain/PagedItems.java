package io.trafficgen.domain;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** All items of a list, of which one part is in memory; what comes meanwhile is not among them. */
public final class PagedItems<T> implements Iterator<T> {
  private final Function<PageRequest, Page<T>> list;
  private final int limit;
  private Page<T> page;
  private int next;

  private PagedItems(Function<PageRequest, Page<T>> list, int limit, Page<T> page) {
    this.list = list;
    this.limit = limit;
    this.page = page;
  }

  /** Reads the first part at once, the others as they are wanted. */
  public static <T> Iterator<T> of(Function<PageRequest, Page<T>> list, PageRequest first) {
    return new PagedItems<>(list, first.limit(), list.apply(first));
  }

  @Override
  public boolean hasNext() {
    if (next == page.items().size() && page.next().isPresent()) {
      page = list.apply(new PageRequest(limit, Optional.of(page.next().get())));
      next = 0;
    }
    return next < page.items().size();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the last item was handed out");
    }
    return page.items().get(next++);
  }
}
