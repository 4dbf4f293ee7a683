/** Keeping and reading the audit log; what is entered is each feature's own matter. */
package io.trafficgen.application.audit;
