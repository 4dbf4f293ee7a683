/**
 * What operators do against harm: kill switches and the rules of hosts. Keeping them is the matter
 * of whoever grants, starts and checks.
 */
package io.trafficgen.application.safety;
