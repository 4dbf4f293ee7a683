/** Projects: creating, changing, starting and stopping them, and telling what they do. */
package io.trafficgen.application.project;
