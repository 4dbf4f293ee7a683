/**
 * The ports on PostgreSQL: JDBI, the SQL beside the method that needs it. SQL locks, reads and
 * writes; what an amount is or which lot pays is decided by {@code domain}.
 *
 * <p>Locks are taken in one order: account row (several in ascending order), project, its day, the
 * host's minute, lots, grants, sums of visits. A transaction touches the minute of one host only.
 */
package io.trafficgen.persistence;
