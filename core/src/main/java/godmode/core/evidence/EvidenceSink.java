package godmode.core.evidence;

import godmode.core.fact.Directness;
import godmode.core.fact.Place;

/** Where detectors put what they read. */
@FunctionalInterface
public interface EvidenceSink {
  void accept(Evidence evidence);

  /** A sink for one unit and one detector, which then has to say only what and where. */
  default Of of(String detector, Evidence.Source source) {
    return new Of(this, detector, source);
  }

  /** A sink that knows who speaks. */
  record Of(EvidenceSink sink, String detector, Evidence.Source source) {
    /** Written there in so many words. */
    public void stated(Claim claim, Place at) {
      sink.accept(new Evidence(claim, at, detector, Directness.STATED, source));
    }

    /** Concluded from what is written there. */
    public void inferred(Claim claim, Place at) {
      sink.accept(new Evidence(claim, at, detector, Directness.INFERRED, source));
    }
  }
}
