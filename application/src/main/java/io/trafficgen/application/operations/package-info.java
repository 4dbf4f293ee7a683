/** What keeps the service itself in order, whichever feature is called. */
package io.trafficgen.application.operations;
