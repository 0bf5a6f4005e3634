package godmode.core.review;

import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a rule reads: the attributes that its class names, and the classes that it shares with other
 * rules. The compiled classes tell, so that nobody writes it down a second time.
 */
public final class RuleEvidence {
  private static final int MAGIC = 0xCAFEBABE;
  private static final String ATTRIBUTES = Attributes.class.getName().replace('.', '/');

  /** By constant, such as {@code MIN_INSYNC_REPLICAS}. */
  private static final Map<String, Attribute<?>> NAMED = named();

  private RuleEvidence() {}

  private static Map<String, Attribute<?>> named() {
    Map<String, Attribute<?>> named = new TreeMap<>();
    for (java.lang.reflect.Field field : Attributes.class.getFields()) {
      try {
        if (field.get(null) instanceof Attribute<?> attribute) {
          named.put(field.getName(), attribute);
        }
      } catch (IllegalAccessException hidden) {
        throw new IllegalStateException(field + " is public", hidden);
      }
    }
    return named;
  }

  /** The attributes that it may look at, sorted by name. */
  public static List<Attribute<?>> of(Rule rule) throws IOException {
    String rules = shared(rule.getClass());
    TreeSet<String> constants = new TreeSet<>();
    TreeSet<String> seen = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(rule.getClass().getName().replace('.', '/')));
    while (!open.isEmpty()) {
      String name = open.remove();
      if (seen.add(name)) {
        Constants of = Constants.read(rule.getClass(), name);
        of.fields(ATTRIBUTES).forEach(constants::add);
        of.classes().stream().filter(other -> other.startsWith(rules)).forEach(open::add);
      }
    }
    return constants.stream()
        .<Attribute<?>>map(RuleEvidence::attribute)
        .sorted(Comparator.comparing(Attribute::name))
        .toList();
  }

  private static Attribute<?> attribute(String constant) {
    Attribute<?> attribute = NAMED.get(constant);
    if (attribute == null) {
      throw new IllegalStateException(constant + " is no attribute");
    }
    return attribute;
  }

  /** Where classes lie that belong to rules: the folder of packages around the rule's own. */
  private static String shared(Class<?> rule) {
    String own = rule.getPackageName();
    return own.substring(0, Math.max(0, own.lastIndexOf('.'))).replace('.', '/') + "/";
  }

  /** The kind of subject that it judges: {@code cluster}, {@code link}. */
  public static String subject(Rule rule) {
    for (Class<?> kind : rule.getClass().getInterfaces()) {
      if (Rule.class.isAssignableFrom(kind)) {
        return kind.getSimpleName().substring("Of".length()).toLowerCase(Locale.ROOT);
      }
    }
    throw new IllegalStateException(rule.getClass() + " judges nothing");
  }

  /**
   * The constant pool of a class file (The Java Virtual Machine Specification, 17, section 4.4).
   *
   * @param texts by index
   * @param types index of the name, by index
   * @param members pairs of a class and a name with its type
   * @param names index of the name in a name with its type, by index
   */
  private record Constants(
      Map<Integer, String> texts,
      Map<Integer, Integer> types,
      List<int[]> members,
      Map<Integer, Integer> names) {

    static Constants read(Class<?> from, String name) throws IOException {
      try (InputStream in = from.getResourceAsStream("/" + name + ".class")) {
        if (in == null) {
          throw new IllegalStateException("class file of " + name + " is missing");
        }
        return read(new DataInputStream(in));
      }
    }

    private static Constants read(DataInputStream in) throws IOException {
      Constants found =
          new Constants(
              new TreeMap<>(), new TreeMap<>(), new java.util.ArrayList<>(), new TreeMap<>());
      if (in.readInt() != MAGIC) {
        throw new IllegalStateException("no class file");
      }
      in.readInt();
      int count = in.readUnsignedShort();
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> found.texts.put(i, in.readUTF());
          case 7 -> found.types.put(i, in.readUnsignedShort());
          case 9 -> found.members.add(new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
          case 12 -> {
            found.names.put(i, in.readUnsignedShort());
            in.readUnsignedShort();
          }
          case 3, 4, 10, 11, 17, 18 -> in.readInt();
          case 5, 6 -> {
            in.readLong();
            i++;
          }
          case 8, 16, 19, 20 -> in.readUnsignedShort();
          case 15 -> {
            in.readUnsignedByte();
            in.readUnsignedShort();
          }
          default -> throw new IllegalStateException("no constant has the tag " + tag);
        }
      }
      return found;
    }

    List<String> classes() {
      return types.values().stream().map(index -> texts.getOrDefault(index, "")).toList();
    }

    /** The fields of a class that are named. */
    List<String> fields(String owner) {
      return members.stream()
          .filter(member -> owner.equals(texts.get(types.get(member[0]))))
          .map(member -> texts.getOrDefault(names.get(member[1]), ""))
          .toList();
    }
  }
}
