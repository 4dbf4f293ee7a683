package io.trafficgen.web.shape;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list, newest first.
 *
 * @param nextCursor empty on the last page
 */
public record PageJson<T>(List<T> items, Optional<String> nextCursor) {}
