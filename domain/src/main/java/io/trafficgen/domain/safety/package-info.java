/**
 * What keeps visits from doing harm (product page, 1.1): the operator's switches and the caps of
 * hosts. What a site itself allows belongs to {@code site}, what a project asks for to {@code
 * settings}.
 */
package io.trafficgen.domain.safety;
