package godmode.templates.document;

import godmode.core.design.Channel;
import godmode.core.design.Declarations;
import godmode.core.fact.Attributes;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which share of the data is where, and what moves when the number of places changes. */
final class ShardMap {
  private static final int SHARDS_SHOWN = 16;

  private final Review review;
  private final Declarations declared;

  ShardMap(Review review) {
    this.review = review;
    this.declared = review.declared();
  }

  /** A share of the keys, or of a topic. */
  public record Share(String what, String keys, String where) {}

  /** A change, and how much of the data it moves. */
  public record Move(String change, String moves) {}

  List<Share> shares() {
    List<Share> shares = new ArrayList<>();
    count().ifPresent(n -> shards(n, shares));
    for (Channel channel : review.design().channels()) {
      Optional<Integer> partitions = channel.fact(Attributes.PARTITIONS).value();
      partitions.ifPresent(n -> shares.add(topic(channel, n)));
    }
    return shares;
  }

  private Optional<Integer> count() {
    return declared
        .text("sharding.shards")
        .filter(n -> n.matches("[1-9]\\d{0,5}"))
        .map(Integer::valueOf)
        .filter(n -> n > 1);
  }

  private void shards(int n, List<Share> shares) {
    String key = declared.text("sharding.key").orElse("the key");
    String strategy = declared.text("sharding.strategy").orElse("");
    for (int i = 0; i < Math.min(n, SHARDS_SHOWN); i++) {
      String share =
          switch (strategy) {
            case "hash" -> "hash(" + key + ") mod " + n + " = " + i;
            case "consistent-hashing" ->
                "its arcs of the ring of hash(" + key + "), about " + percent(100.0 / n);
            case "range" -> "range " + (i + 1) + " of " + key + "; its bounds are " + Rows.OPEN;
            case "geographic" -> key + " of its place; which one is " + Rows.OPEN;
            default -> key + " as the directory says";
          };
      shares.add(new Share("shard " + i, share, Rows.OPEN));
    }
    if (n > SHARDS_SHOWN) {
      shares.add(
          new Share("shards " + SHARDS_SHOWN + " to " + (n - 1), "in the same way", Rows.OPEN));
    }
  }

  private static Share topic(Channel channel, int partitions) {
    Optional<Integer> brokers = channel.broker().facts().get(Attributes.MEMBERS).value();
    int copies = channel.broker().facts().get(Attributes.REPLICATION_FACTOR).value().orElse(1);
    return new Share(
        "topic " + channel.id(),
        partitions + (partitions == 1 ? " partition" : " partitions"),
        brokers
            .map(
                n ->
                    String.format(
                        Locale.ROOT,
                        "%d copies on %d brokers of %s: about %d each",
                        partitions * copies,
                        n,
                        channel.broker().id(),
                        (partitions * copies + n - 1) / n))
            .orElse(channel.broker().id()));
  }

  List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    count()
        .ifPresent(
            n -> {
              String key = declared.text("sharding.key").orElse("the key");
              switch (declared.text("sharding.strategy").orElse("")) {
                case "hash" ->
                    moves.add(
                        new Move(
                            n + " to " + (n + 1) + " shards",
                            percent(100.0 * n / (n + 1))
                                + " of all values of "
                                + key
                                + ", unless slots are fixed and move whole"));
                case "consistent-hashing" ->
                    moves.add(
                        new Move(
                            n + " to " + (n + 1) + " shards",
                            percent(100.0 / (n + 1)) + " of all values of " + key));
                case "range" ->
                    moves.add(
                        new Move(
                            "a range of " + key + " is split",
                            percent(50.0 / n) + " of the data, half of one of " + n));
                default -> {}
              }
            });
    for (Channel channel : review.design().channels()) {
      channel
          .fact(Attributes.PARTITIONS)
          .value()
          .ifPresent(
              n ->
                  moves.add(
                      new Move(
                          channel.id() + " from " + n + " to " + (n + 1) + " partitions",
                          "no record, but "
                              + percent(100.0 * n / (n + 1))
                              + " of the keys go to another partition from then on: their order is"
                              + " broken once")));
    }
    return moves;
  }

  private static String percent(double value) {
    return Math.round(value) + " %";
  }
}
