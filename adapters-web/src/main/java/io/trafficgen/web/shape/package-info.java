/**
 * The wire shapes of answers (product page, 1.7): one record each, whose component names in snake
 * case are the contract. Fields may be added, never renamed. No behaviour beyond copying.
 */
package io.trafficgen.web.shape;
