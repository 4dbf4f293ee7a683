/**
 * What waits on this machine's disk for the database to come back. Nothing here speaks to the
 * database.
 */
package io.trafficgen.persistence.spool;
