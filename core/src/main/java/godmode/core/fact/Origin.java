package godmode.core.fact;

import java.util.Optional;
import java.util.function.Function;

/** Why a fact is believed. */
public sealed interface Origin {
  /** How far this reason carries. */
  Confidence confidence();

  /** Where the reason can be looked at, if it stands in a file of the repository. */
  Optional<Place> place();

  /** One or two words for a report: the detector, {@code declared}, {@code vendor default}. */
  String label();

  /** Picks the branch for the kind of origin; every kind must be answered for. */
  <R> R match(
      Function<? super Declared, ? extends R> declared,
      Function<? super Detected, ? extends R> detected,
      Function<? super Answered, ? extends R> answered,
      Function<? super VendorDefault, ? extends R> vendorDefault);

  /** The design record says so. */
  record Declared(Place at) implements Origin {
    @Override
    public Confidence confidence() {
      return Confidence.CERTAIN;
    }

    @Override
    public Optional<Place> place() {
      return Optional.of(at);
    }

    @Override
    public String label() {
      return "declared";
    }

    @Override
    public <R> R match(
        Function<? super Declared, ? extends R> declared,
        Function<? super Detected, ? extends R> detected,
        Function<? super Answered, ? extends R> answered,
        Function<? super VendorDefault, ? extends R> vendorDefault) {
      return declared.apply(this);
    }
  }

  /** A detector read it in the repository. */
  record Detected(Place at, String detector, Directness directness) implements Origin {
    @Override
    public Confidence confidence() {
      return directness == Directness.STATED ? Confidence.CERTAIN : Confidence.LIKELY;
    }

    @Override
    public Optional<Place> place() {
      return Optional.of(at);
    }

    @Override
    public String label() {
      return detector;
    }

    @Override
    public <R> R match(
        Function<? super Declared, ? extends R> declared,
        Function<? super Detected, ? extends R> detected,
        Function<? super Answered, ? extends R> answered,
        Function<? super VendorDefault, ? extends R> vendorDefault) {
      return detected.apply(this);
    }
  }

  /** A person said so in this session, or on the command line; it is not yet in a file. */
  record Answered(String question) implements Origin {
    @Override
    public Confidence confidence() {
      return Confidence.CERTAIN;
    }

    @Override
    public Optional<Place> place() {
      return Optional.empty();
    }

    @Override
    public String label() {
      return "answered";
    }

    @Override
    public <R> R match(
        Function<? super Declared, ? extends R> declared,
        Function<? super Detected, ? extends R> detected,
        Function<? super Answered, ? extends R> answered,
        Function<? super VendorDefault, ? extends R> vendorDefault) {
      return answered.apply(this);
    }
  }

  /**
   * Nothing is said, and the vendor documents what then holds.
   *
   * @param technology catalog id
   * @param source where the vendor says so
   * @param verified whether the source was read; an unverified default grounds no error
   */
  record VendorDefault(String technology, String source, boolean verified) implements Origin {
    @Override
    public Confidence confidence() {
      return verified ? Confidence.LIKELY : Confidence.POSSIBLE;
    }

    @Override
    public Optional<Place> place() {
      return Optional.empty();
    }

    @Override
    public String label() {
      return verified ? "vendor default" : "unverified vendor default";
    }

    @Override
    public <R> R match(
        Function<? super Declared, ? extends R> declared,
        Function<? super Detected, ? extends R> detected,
        Function<? super Answered, ? extends R> answered,
        Function<? super VendorDefault, ? extends R> vendorDefault) {
      return vendorDefault.apply(this);
    }
  }
}
