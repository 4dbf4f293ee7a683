package io.trafficgen.bootstrap.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A shop's page of 14 files on loopback: 27 KB of HTML, 60 KB of CSS in two sheets, jQuery and two
 * scripts that use it, eight images. Nothing may be cached.
 */
final class VisitSite implements AutoCloseable {
  private static final String JQUERY = "/META-INF/resources/webjars/jquery/3.7.1/jquery.min.js";
  private static final int IMAGES = 8;
  private static final int IMAGE_BYTES = 9_000;

  private record File(String type, byte[] bytes) {}

  private final Map<String, File> files = new LinkedHashMap<>();
  private final AtomicLong requests = new AtomicLong();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  VisitSite() throws IOException {
    Random random = new Random(7);
    text("/", "text/html; charset=utf-8", page(random));
    text("/shop.css", "text/css", sheet(random, 57_000));
    text("/print.css", "text/css", sheet(random, 3_000));
    try (InputStream source = VisitSite.class.getResourceAsStream(JQUERY)) {
      files.put("/jquery.js", new File("text/javascript", source.readAllBytes()));
    }
    text("/shop.js", "text/javascript", SHOP);
    text("/menu.js", "text/javascript", MENU);
    for (int i = 0; i < IMAGES; i++) {
      byte[] image = new byte[IMAGE_BYTES];
      random.nextBytes(image);
      files.put("/image" + i + ".png", new File("image/png", image));
    }
    // an answer's head and body would wait for each other
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI page() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  /** Where all files are, the page first. */
  List<URI> urls() {
    return files.keySet().stream().map(page()::resolve).toList();
  }

  /** Requests so far. */
  long requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void text(String path, String type, String text) {
    files.put(path, new File(type, text.getBytes(StandardCharsets.UTF_8)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      File file = files.get(exchange.getRequestURI().getPath());
      if (file == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", file.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(200, file.bytes().length);
      exchange.getResponseBody().write(file.bytes());
    }
  }

  private static String page(Random random) {
    String products =
        IntStream.range(0, 75)
            .mapToObj(i ->
                """
                <li class="product card c%d" data-id="%d"><h3 class="title t%d"><a href="/product/%d">Kettle %d</a></h3>
                %s<p class="text muted">%s</p>
                <span class="price"><b>%d</b> EUR</span><button class="button buy b%d" type="button">Buy</button></li>
                """
                    .formatted(
                        random.nextInt(400),
                        i,
                        random.nextInt(400),
                        i,
                        i,
                        i < IMAGES ? "<img class=\"thumb\" src=\"/image" + i + ".png\">" : "",
                        "It whistles, and it shines. ".repeat(3),
                        random.nextInt(100),
                        random.nextInt(400)))
            .collect(Collectors.joining());
    return """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Kettles</title>
    <link rel="icon" href="data:,"><link rel="stylesheet" href="/shop.css"><link rel="stylesheet" href="/print.css">
    <script src="/jquery.js"></script></head><body class="shop"><ul class="menu" id="menu"></ul>
    <ul class="products" id="products">%s</ul><div id="basket" class="basket">0</div>
    <script src="/shop.js"></script><script src="/menu.js"></script></body></html>
    """
        .formatted(products);
  }

  private static String sheet(Random random, int bytes) {
    StringBuilder css = new StringBuilder();
    while (css.length() < bytes) {
      String rule =
          ".c%d .title, .t%d > a:hover { color: #%06x; margin: %dpx %dpx; padding: 0 %dem }%n"
              .formatted(
                  random.nextInt(400),
                  random.nextInt(400),
                  random.nextInt(1 << 24),
                  random.nextInt(20),
                  random.nextInt(20),
                  random.nextInt(4));
      css.append(random.nextInt(8) == 0 ? "@media (min-width: 600px) { " + rule + "}\n" : rule);
    }
    return css.toString();
  }

  private static final String SHOP =
      """
      jQuery(function ($) {
        $('.product').slice(0, 20).each(function (i) {
          var card = $(this);
          card.toggleClass('odd', i % 2 === 1).attr('data-seen', i).find('.price b').text(function (n, text) {
            return text + '.00';
          });
          card.find('.buy').on('click', function () { $('#basket').text(+$('#basket').text() + 1); });
        });
        $('.product:first .buy, .product:last .buy').trigger('click');
        $('.muted').slice(0, 3).hide().show();
        $('<div class="note">').append($('<b>').text($('.product').first().is(':visible'))).appendTo('body');
      });
      """;

  private static final String MENU =
      """
      jQuery(function ($) {
        var items = $.map($('.product .title a').slice(0, 20), function (link) {
          return $('<li class="item">').append($('<a>').attr('href', link.href).text($(link).text()));
        });
        $('#menu').append(items).find('a').addClass('link').css('color', 'black');
      });
      """;
}
