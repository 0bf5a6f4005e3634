package godmode.templates.diagram;

import godmode.core.evidence.ComponentType;

/** How a node of a flow chart is drawn. */
enum Shape {
  BOX("[", "]"),
  ROUND("([", "])"),
  STORE("[(", ")]"),
  BROKER("[[", "]]"),
  HEXAGON("{{", "}}");

  private final String open;
  private final String close;

  Shape(String open, String close) {
    this.open = open;
    this.close = close;
  }

  /** The label, in quotes, inside the shape. */
  String around(String label) {
    return open + '"' + label + '"' + close;
  }

  static Shape of(ComponentType type) {
    return switch (type) {
      case DATABASE, CACHE, SEARCH, OBJECT_STORE -> STORE;
      case BROKER -> BROKER;
      case COORDINATION, DISCOVERY, CONFIG_SERVER, CONFIG_REPOSITORY -> HEXAGON;
      case USER, EXTERNAL_SERVICE -> ROUND;
      case SERVICE,
          GATEWAY,
          LOAD_BALANCER,
          WEB_SERVER,
          WEB_APP,
          AUTH_SERVER,
          TRACING,
          METRICS,
          DASHBOARD,
          LOGGING,
          ADMIN,
          MAIL,
          JOB ->
          BOX;
    };
  }
}
