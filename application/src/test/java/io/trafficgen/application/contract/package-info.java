/** What every adapter of a port must keep, as interfaces of default test methods. */
package io.trafficgen.application.contract;
