/** What affiliates earn for the payments of those they brought. */
package io.trafficgen.domain.affiliate;
