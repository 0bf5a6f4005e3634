package godmode.simulate.kernel;

/** The outbox of whoever makes a step; one for all, so that a step allocates none. */
final class Effects<M> implements Outbox<M> {
  private final Kernel<M> kernel;
  int self;
  boolean flushes;

  Effects(Kernel<M> kernel) {
    this.kernel = kernel;
  }

  @Override
  public void send(int to, M message) {
    kernel.send(self, to, message);
  }

  @Override
  public void arm(int timer, long least, long most) {
    kernel.arm(self, timer, least, most);
  }

  @Override
  public void disarm(int timer) {
    kernel.disarm(self, timer);
  }

  @Override
  public long clock() {
    return kernel.clock(self);
  }

  @Override
  public int draw(int bound) {
    return kernel.draw(self, bound);
  }

  @Override
  public void flush() {
    flushes = true;
  }

  @Override
  public void record(Journal.Edge edge, int item, int value) {
    kernel.record(self, edge, item, value);
  }
}
