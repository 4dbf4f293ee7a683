package io.trafficgen.domain.money;

/** Direction in which an amount is brought to whole cents; named at every use. */
public enum Rounding {
  /** Toward negative infinity: what is shown as owned is never more than what is there. */
  FLOOR,
  /** Toward positive infinity: what is shown as spent is never less than what was spent. */
  CEILING
}
