package godmode.simulate.network;

/**
 * How often a network does what it should not, in parts per million.
 *
 * @param loss how many messages never arrive
 * @param duplication how many arrive twice
 * @param reordering how many are overtaken
 * @param inOrder all others of one sender to one receiver arrive as they were sent
 */
public record Rates(int loss, int duplication, int reordering, boolean inOrder) {
  /** Nothing happens to messages, but a later one may be quicker. */
  public static final Rates CALM = new Rates(0, 0, 0, false);
}
