/** Working stand-ins for ports, each under the contract of its port. */
package io.trafficgen.application.fake;
