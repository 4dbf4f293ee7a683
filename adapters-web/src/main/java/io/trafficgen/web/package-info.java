/**
 * The door for programs and browsers: HTTP in, use case, JSON out.
 *
 * <p>Here: the server, one {@code *Routes} class per feature, the one error table, who may call,
 * and how bodies and queries are read. Not here: any rule of the business, any SQL.
 */
package io.trafficgen.web;
