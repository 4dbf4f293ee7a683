/** What those earn who bring others. */
package io.trafficgen.application.affiliate;
