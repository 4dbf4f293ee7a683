/**
 * Page loads in child processes, because HtmlUnit is no sandbox (security page, 5.3): the pool, the
 * child's main, and the frames between them. How a page is loaded belongs to the parent package.
 */
package io.trafficgen.engine.worker;
