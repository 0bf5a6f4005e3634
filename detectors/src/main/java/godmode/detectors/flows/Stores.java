package godmode.detectors.flows;

import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.JavaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Interfaces whose methods a framework implements by statements to a database. */
final class Stores {
  private static final Pattern SPRING_DATA =
      Pattern.compile(
          "(Jpa|Crud|ListCrud|PagingAndSorting|Mongo|ReactiveMongo|ReactiveCrud|R2dbc|Cassandra"
              + "|ReactiveCassandra|CoroutineCrud|Neo4j|Couchbase|JpaSpecificationExecutor|Panache)?"
              + "Repository(Base)?|JpaSpecificationExecutor");
  private static final Set<String> MAPPERS = Set.of("BaseMapper", "Mapper", "MPJBaseMapper");
  private static final Set<String> STATEMENTS = Set.of("Insert", "Update", "Delete");
  private static final Pattern NAME = Pattern.compile(".*(Mapper|Dao|DAO|Repository)");
  private static final Pattern WRITING =
      Pattern.compile(
          "(save|insert|delete|remove|update|persist|upsert|replace|batchInsert|batchUpdate"
              + "|batchDelete|logicDelete|increase|decrease|reduce|deduct|lock|release|add|store)"
              + "([A-Z].*)?");
  private static final Pattern NO_DATABASE =
      Pattern.compile(".*(Redis|Elasticsearch|Solr|Keyword).*");

  private Stores() {}

  /** Whether a framework implements an interface by statements. */
  static boolean isStore(Program program, JavaType type) {
    if (!type.isInterface()) {
      return false;
    }
    boolean extended =
        program.supertypeRefs(type).stream()
            .anyMatch(
                ref ->
                    !NO_DATABASE.matcher(ref.simple()).matches()
                        && program.resolve(ref).isEmpty()
                        && (SPRING_DATA.matcher(ref.simple()).matches()
                            || MAPPERS.contains(ref.simple())));
    return extended || isMyBatis(program, type);
  }

  private static boolean isMyBatis(Program program, JavaType type) {
    boolean mapStruct =
        type.imports().values().stream().anyMatch(name -> name.startsWith("org.mapstruct."));
    if (mapStruct) {
      return false;
    }
    boolean annotated =
        type.annotation("Mapper").isPresent()
            || type.methods().stream()
                .anyMatch(
                    method -> STATEMENTS.stream().anyMatch(a -> method.annotation(a).isPresent()));
    boolean named =
        NAME.matcher(type.name()).matches()
            && program.subtypes(type).isEmpty()
            && type.supertypes().isEmpty()
            && type.annotation("FeignClient").isEmpty()
            && type.methods().stream().noneMatch(JavaType.Method::hasBody)
            && type.methods().stream().anyMatch(m -> WRITING.matcher(m.name()).matches());
    return annotated || named;
  }

  /** The type of what a store keeps. */
  static Optional<Ref> entity(Program program, JavaType type) {
    for (Ref ref : program.supertypeRefs(type)) {
      List<Ref> arguments = ref.arguments();
      if (!arguments.isEmpty()) {
        return Optional.of(arguments.get(0));
      }
    }
    return Optional.empty();
  }

  /** What calling a method of a store does. */
  static Effect effect(Program program, JavaType type, String method, int arguments) {
    Optional<JavaType.Method> declared = type.methods(method, arguments).stream().findFirst();
    boolean modifying =
        declared
            .map(m -> m.annotations().stream().map(AnnotationUse::name))
            .map(names -> names.anyMatch(n -> STATEMENTS.contains(n) || n.equals("Modifying")))
            .orElse(false);
    boolean asks = declared.flatMap(m -> m.annotation("Select")).isPresent();
    boolean writes = modifying || (!asks && WRITING.matcher(method).matches());
    String target = entity(program, type).map(Ref::simple).orElse(type.name());
    return new Effect(Effect.Kind.DATABASE, "database", writes, target);
  }
}
