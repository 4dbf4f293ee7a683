package io.trafficgen.domain.site;

import java.util.List;
import java.util.stream.Stream;

/**
 * A block of addresses in CIDR form (RFC 4632).
 *
 * @param bytes 4 of them or 16
 * @param length leading bits that an address must share
 */
record AddressBlock(List<Byte> bytes, int length) {
  AddressBlock {
    bytes = List.copyOf(bytes);
  }

  /** Blocks such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}, separated by blanks. */
  static List<AddressBlock> list(String text) {
    return Stream.of(text.strip().split("\\s+")).map(AddressBlock::parse).toList();
  }

  boolean contains(byte[] address) {
    if (address.length != bytes.size()) {
      return false;
    }
    for (int bit = 0; bit < length; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((address[bit / 8] & mask) != (bytes.get(bit / 8) & mask)) {
        return false;
      }
    }
    return true;
  }

  private static AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    String address = text.substring(0, slash);
    int length = Integer.parseInt(text.substring(slash + 1));
    return new AddressBlock(address.contains(":") ? six(address) : four(address), length);
  }

  private static List<Byte> four(String address) {
    return Stream.of(address.split("\\.")).map(part -> (byte) Integer.parseInt(part)).toList();
  }

  /** The leading groups; what {@code ::} leaves out at the end is zero. */
  private static List<Byte> six(String address) {
    List<Byte> leading =
        Stream.of(address.substring(0, address.indexOf("::")).split(":"))
            .map(group -> Integer.parseInt(group, 16))
            .flatMap(group -> Stream.of((byte) (group >> 8), group.byteValue()))
            .toList();
    return Stream.concat(leading.stream(), Stream.generate(() -> (byte) 0)).limit(16).toList();
  }
}
