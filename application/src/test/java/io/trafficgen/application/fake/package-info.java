/** Working stand-ins for ports, each under the contract of its port where it has one. */
package io.trafficgen.application.fake;
