package io.trafficgen.web;

import io.trafficgen.web.security.SecurityHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The same documents for what Jetty refuses before any route sees it; its own are HTML. */
final class ServerProblems extends ErrorHandler {
  private final Problems problems;
  private final SecurityHeaders headers;

  ServerProblems(Problems problems, SecurityHeaders headers) {
    this.problems = problems;
    this.headers = headers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status =
        request.getAttribute(ERROR_EXCEPTION) instanceof HttpException refused
            ? refused.getCode()
            : response.getStatus();
    ProblemDocument problem = problems.ofStatus(status);
    response.setStatus(problem.status());
    headers.put(response.getHeaders());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
    problem.headers().forEach(response.getHeaders()::put);
    byte[] body = problem.json().getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }
}
