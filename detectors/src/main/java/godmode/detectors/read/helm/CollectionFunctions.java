package godmode.detectors.read.helm;

import static godmode.detectors.read.helm.Functions.text;
import static godmode.detectors.read.helm.NumberFunctions.whole;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The functions on lists and maps. */
final class CollectionFunctions {
  private CollectionFunctions() {}

  /** A map of keys and values in turn. */
  static Map<String, Object> dict(List<Object> pairs) {
    Map<String, Object> map = new TreeMap<>();
    for (int i = 0; i < pairs.size(); i += 2) {
      map.put(text(pairs, i), i + 1 < pairs.size() ? pairs.get(i + 1) : "");
    }
    return map;
  }

  /** Changes the map itself, as templates rely on. */
  @SuppressWarnings("unchecked") // all maps here are made by this package, with texts as keys
  static Object set(List<Object> a) {
    if (a.get(0) instanceof Map<?, ?> map) {
      ((Map<String, Object>) map).put(text(a, 1), a.get(2));
    }
    return a.get(0);
  }

  static Optional<Object> call(String name, List<Object> a) {
    return maps(name, a).or(() -> lists(name, a));
  }

  private static Optional<Object> maps(String name, List<Object> a) {
    return switch (name) {
      case "get" -> Optional.of(at(a.get(0), text(a, 1), ""));
      case "hasKey" -> Optional.of(Values.asMap(a.get(0)).containsKey(text(a, 1)));
      case "keys" -> Optional.of(new ArrayList<Object>(keys(a)));
      case "values" -> Optional.of(new ArrayList<>(Values.asMap(a.get(0)).values()));
      case "pick", "omit" -> Optional.of(some(a, name.equals("pick")));
      case "unset" -> Optional.of(unset(a));
      case "pluck" -> Optional.of(pluck(a));
      case "dig" -> Optional.of(dig(a));
      case "merge", "mustMerge" -> Optional.of(merged(a, false));
      case "mergeOverwrite", "mustMergeOverwrite" -> Optional.of(merged(a, true));
      case "deepCopy", "mustDeepCopy" -> Optional.of(copy(a.get(0)));
      case "index" -> Optional.of(index(a));
      case "len" -> Optional.of(size(a.get(0)));
      default -> Optional.empty();
    };
  }

  private static Object at(Object map, String key, Object missing) {
    return Values.asMap(map).getOrDefault(key, missing);
  }

  private static List<String> keys(List<Object> maps) {
    List<String> keys = new ArrayList<>();
    maps.forEach(map -> keys.addAll(Values.asMap(map).keySet()));
    return keys;
  }

  private static Object some(List<Object> a, boolean named) {
    List<String> keys = a.subList(1, a.size()).stream().map(Values::text).toList();
    Map<String, Object> map = Values.asMap(a.get(0));
    map.keySet().removeIf(key -> keys.contains(key) != named);
    return map;
  }

  private static Object unset(List<Object> a) {
    if (a.get(0) instanceof Map<?, ?> map) {
      map.remove(text(a, 1));
    }
    return a.get(0);
  }

  private static Object pluck(List<Object> a) {
    List<Object> found = new ArrayList<>();
    for (Object map : a.subList(1, a.size())) {
      Object value = at(map, text(a, 0), Values.NOTHING);
      if (!Values.isNothing(value)) {
        found.add(value);
      }
    }
    return found;
  }

  /** {@code dig "a" "b" "otherwise" $map}. */
  private static Object dig(List<Object> a) {
    Object here = a.get(a.size() - 1);
    for (Object key : a.subList(0, a.size() - 2)) {
      here = at(here, Values.text(key), Values.NOTHING);
    }
    return Values.isNothing(here) ? a.get(a.size() - 2) : here;
  }

  /** Into the first map, which templates rely on being changed. */
  @SuppressWarnings("unchecked") // all maps here are made by this package, with texts as keys
  private static Object merged(List<Object> a, boolean laterWins) {
    Map<String, Object> result = Values.asMap(a.get(0));
    for (Object more : a.subList(1, a.size())) {
      Map<String, Object> other = Values.asMap(more);
      result = laterWins ? Values.over(other, result) : Values.over(result, other);
    }
    if (a.get(0) instanceof Map<?, ?> first) {
      ((Map<String, Object>) first).putAll(result);
    }
    return result;
  }

  private static Object copy(Object value) {
    if (value instanceof Map<?, ?>) {
      Map<String, Object> copy = Values.asMap(value);
      copy.replaceAll((key, item) -> copy(item));
      return copy;
    }
    return value instanceof List<?> list ? new ArrayList<Object>(list) : value;
  }

  private static Object index(List<Object> a) {
    Object here = a.get(0);
    for (Object key : a.subList(1, a.size())) {
      if (here instanceof List<?> list) {
        here = list.get((int) Math.min(Integer.MAX_VALUE, whole(key)));
      } else {
        here = at(here, Values.text(key), Values.NOTHING);
      }
    }
    return here;
  }

  private static long size(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    return value instanceof List<?> list ? list.size() : Values.text(value).length();
  }

  private static Optional<Object> lists(String name, List<Object> a) {
    return switch (name) {
      case "first", "last" -> {
        List<Object> list = Values.asList(a.get(0));
        yield Optional.of(
            list.isEmpty() ? Values.NOTHING : list.get(name.equals("first") ? 0 : list.size() - 1));
      }
      case "rest", "initial", "reverse", "uniq", "compact", "sortAlpha", "mustUniq" ->
          Optional.of(changed(name, Values.asList(a.get(0))));
      case "append", "push", "mustAppend" -> Optional.of(with(a, true));
      case "prepend" -> Optional.of(with(a, false));
      case "concat" -> {
        List<Object> all = new ArrayList<>();
        a.forEach(list -> all.addAll(Values.asList(list)));
        yield Optional.of(all);
      }
      case "without" -> {
        List<Object> list = Values.asList(a.get(0));
        list.removeAll(a.subList(1, a.size()));
        yield Optional.of(list);
      }
      case "has", "mustHas" -> Optional.of(Values.asList(a.get(1)).contains(a.get(0)));
      case "join" ->
          Optional.of(
              a.get(1) instanceof List<?> list
                  ? String.join(text(a, 0), list.stream().map(Values::text).toList())
                  : text(a, 1));
      case "slice" -> {
        List<Object> list = Values.asList(a.get(0));
        int to = a.size() > 2 ? (int) whole(a.get(2)) : list.size();
        yield Optional.of(new ArrayList<>(list.subList((int) whole(a.get(1)), to)));
      }
      case "toStrings" ->
          Optional.of(
              new ArrayList<Object>(Values.asList(a.get(0)).stream().map(Values::text).toList()));
      default -> Optional.empty();
    };
  }

  private static Object with(List<Object> a, boolean behind) {
    List<Object> list = Values.asList(a.get(0));
    list.add(behind ? list.size() : 0, a.get(1));
    return list;
  }

  private static Object changed(String name, List<Object> list) {
    switch (name) {
      case "rest" -> {
        return list.isEmpty() ? list : new ArrayList<>(list.subList(1, list.size()));
      }
      case "initial" -> {
        return list.isEmpty() ? list : new ArrayList<>(list.subList(0, list.size() - 1));
      }
      case "reverse" -> Collections.reverse(list);
      case "compact" -> list.removeIf(item -> !Values.isTrue(item));
      case "sortAlpha" -> {
        List<Object> sorted = new ArrayList<>(list.stream().map(Values::text).sorted().toList());
        return sorted;
      }
      default -> {
        return new ArrayList<>(list.stream().distinct().toList());
      }
    }
    return list;
  }
}
