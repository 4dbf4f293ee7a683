/** Random years of money on a real database: every promise is looked at after every step. */
package io.trafficgen.persistence.simulator;
