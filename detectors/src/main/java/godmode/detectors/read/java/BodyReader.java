package godmode.detectors.read.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes {@link Code} of statements and expressions. */
final class BodyReader {
  /** Calls that are given a time. */
  private static final Pattern MEASURED =
      Pattern.compile("(?i).*(lock|time-?out|absent).*|of(Millis|Seconds|Minutes|Hours)|acquire");

  private final String path;
  private final Texts texts;
  private final Map<Place, JavaText> values = new HashMap<>();

  BodyReader(String path, Texts texts) {
    this.path = path;
    this.texts = texts;
  }

  /**
   * A type as it is written, {@code Optional<Order>}; with its package where the name without it
   * means another type of the file.
   */
  static String nameOf(Type type) {
    if (type instanceof ClassOrInterfaceType named) {
      String arguments =
          named
              .getTypeArguments()
              .filter(written -> !written.isEmpty())
              .map(
                  written ->
                      written.stream()
                          .map(BodyReader::nameOf)
                          .collect(Collectors.joining(",", "<", ">")))
              .orElse("");
      String name = named.getNameAsString();
      String outer = named.getScope().map(scope -> nameOf(scope) + ".").orElse("");
      return outer + name + arguments;
    }
    if (type.isArrayType()) {
      return nameOf(type.asArrayType().getComponentType()) + "[]";
    }
    if (type.isWildcardType()) {
      return type.asWildcardType().getExtendedType().map(BodyReader::nameOf).orElse("?");
    }
    return type.asString();
  }

  Code statement(Statement statement) {
    if (statement instanceof BlockStmt block) {
      return block(block, block.getStatements().stream().map(this::statement).toList());
    }
    if (statement instanceof ExpressionStmt one) {
      return expression(one.getExpression());
    }
    if (statement instanceof ReturnStmt end) {
      return of(Code.Kind.RETURN, end, end.getExpression().stream().map(this::expression).toList());
    }
    if (statement instanceof YieldStmt end) {
      return expression(end.getExpression());
    }
    if (statement instanceof IfStmt choice) {
      List<Code> parts = new ArrayList<>();
      parts.add(expression(choice.getCondition()));
      parts.add(statement(choice.getThenStmt()));
      choice.getElseStmt().ifPresent(other -> parts.add(statement(other)));
      return of(Code.Kind.IF, choice, parts);
    }
    if (statement instanceof TryStmt attempt) {
      return attempt(attempt);
    }
    if (statement instanceof ThrowStmt thrown) {
      return of(Code.Kind.THROW, thrown, List.of(expression(thrown.getExpression())));
    }
    if (statement instanceof SynchronizedStmt section) {
      return of(
          Code.Kind.SYNCHRONIZED,
          section,
          List.of(expression(section.getExpression()), statement(section.getBody())));
    }
    if (statement instanceof LabeledStmt labeled) {
      return statement(labeled.getStatement());
    }
    if (statement instanceof SwitchStmt choice) {
      return cases(choice, choice.getSelector(), choice.getEntries());
    }
    return loop(statement);
  }

  private Code loop(Statement statement) {
    List<Code> parts = new ArrayList<>();
    if (statement instanceof ForEachStmt loop) {
      VariableDeclarator variable = loop.getVariable().getVariable(0);
      parts.add(
          new Code(
              Code.Kind.LOCAL,
              variable.getNameAsString(),
              nameOf(variable.getType()),
              List.of(of(Code.Kind.UNARY, "each", loop, List.of(expression(loop.getIterable())))),
              CodeReader.place(path, variable)));
      parts.add(statement(loop.getBody()));
    } else if (statement instanceof ForStmt loop) {
      loop.getInitialization().forEach(one -> parts.add(expression(one)));
      loop.getCompare().ifPresent(one -> parts.add(expression(one)));
      loop.getUpdate().forEach(one -> parts.add(expression(one)));
      parts.add(statement(loop.getBody()));
    } else if (statement instanceof WhileStmt loop) {
      parts.add(expression(loop.getCondition()));
      parts.add(statement(loop.getBody()));
    } else if (statement instanceof DoStmt loop) {
      parts.add(expression(loop.getCondition()));
      parts.add(statement(loop.getBody()));
    } else {
      return block(statement, List.of());
    }
    return of(Code.Kind.LOOP, statement, parts);
  }

  private Code attempt(TryStmt attempt) {
    List<Code> parts = new ArrayList<>();
    attempt.getResources().forEach(resource -> parts.add(expression(resource)));
    parts.add(statement(attempt.getTryBlock()));
    for (CatchClause clause : attempt.getCatchClauses()) {
      parts.add(
          new Code(
              Code.Kind.CATCH,
              clause.getParameter().getNameAsString(),
              clause.getParameter().getType().asString(),
              List.of(statement(clause.getBody())),
              CodeReader.place(path, clause)));
    }
    attempt
        .getFinallyBlock()
        .ifPresent(end -> parts.add(of(Code.Kind.FINALLY, end, List.of(statement(end)))));
    return of(Code.Kind.TRY, attempt, parts);
  }

  private Code cases(Node at, Expression selector, List<SwitchEntry> entries) {
    List<Code> parts = new ArrayList<>();
    parts.add(expression(selector));
    for (SwitchEntry entry : entries) {
      parts.add(block(entry, entry.getStatements().stream().map(this::statement).toList()));
    }
    return parts.size() > 1 ? of(Code.Kind.IF, at, parts) : block(at, parts);
  }

  Code expression(Expression expression) {
    if (expression instanceof MethodCallExpr call) {
      List<Code> parts = new ArrayList<>();
      parts.add(
          call.getScope()
              .map(this::expression)
              .orElseGet(() -> of(Code.Kind.NONE, call, List.of())));
      call.getArguments().forEach(argument -> parts.add(expression(argument)));
      measure(call, parts);
      return new Code(
          Code.Kind.CALL,
          call.getNameAsString(),
          "",
          parts,
          CodeReader.place(path, call.getName()));
    }
    if (expression instanceof ObjectCreationExpr creation) {
      List<Code> parts = new ArrayList<>();
      creation.getArguments().forEach(argument -> parts.add(expression(argument)));
      creation
          .getAnonymousClassBody()
          .ifPresent(
              body ->
                  body.stream()
                      .filter(MethodDeclaration.class::isInstance)
                      .map(MethodDeclaration.class::cast)
                      .forEach(method -> parts.add(method(method))));
      return new Code(
          Code.Kind.NEW, "", nameOf(creation.getType()), parts, CodeReader.place(path, creation));
    }
    if (expression instanceof LambdaExpr lambda) {
      String names =
          lambda.getParameters().stream()
              .map(Parameter::getNameAsString)
              .collect(Collectors.joining(","));
      return of(Code.Kind.LAMBDA, names, lambda, List.of(statement(lambda.getBody())));
    }
    if (expression instanceof VariableDeclarationExpr declared) {
      List<Code> parts = declared.getVariables().stream().map(this::local).toList();
      return parts.size() == 1 ? parts.get(0) : block(declared, parts);
    }
    if (expression instanceof SwitchExpr choice) {
      return cases(choice, choice.getSelector(), choice.getEntries());
    }
    return simple(expression);
  }

  /** Keeps what the arguments of a call are that takes a time, as far as it is known. */
  private void measure(MethodCallExpr call, List<Code> parts) {
    if (!MEASURED.matcher(call.getNameAsString()).matches()) {
      return;
    }
    for (int i = 0; i < call.getArguments().size(); i++) {
      Place at = parts.get(i + 1).at();
      Measures.of(call.getArgument(i), texts)
          .ifPresent(text -> values.put(at, new JavaText(text, at)));
    }
  }

  /** What arguments are that are times or parts of one, by their places. */
  Map<Place, JavaText> values() {
    return Collections.unmodifiableMap(values);
  }

  private Code method(MethodDeclaration method) {
    return of(
        Code.Kind.METHOD,
        method.getNameAsString(),
        method,
        method.getBody().stream().map(this::statement).toList());
  }

  private Code local(VariableDeclarator variable) {
    return new Code(
        Code.Kind.LOCAL,
        variable.getNameAsString(),
        nameOf(variable.getType()),
        variable.getInitializer().stream().map(this::expression).toList(),
        CodeReader.place(path, variable));
  }

  private Code simple(Expression expression) {
    if (expression.isStringLiteralExpr() || expression.isTextBlockLiteralExpr()) {
      return of(Code.Kind.TEXT, texts.of(expression), expression, List.of());
    }
    if (expression.isLiteralExpr()) {
      return of(Code.Kind.LITERAL, expression.toString(), expression, List.of());
    }
    if (expression.isNameExpr()) {
      return of(Code.Kind.NAME, expression.asNameExpr().getNameAsString(), expression, List.of());
    }
    if (expression.isThisExpr() || expression.isSuperExpr()) {
      return of(Code.Kind.NAME, expression.isThisExpr() ? "this" : "super", expression, List.of());
    }
    if (expression.isFieldAccessExpr()) {
      return of(
          Code.Kind.FIELD,
          expression.asFieldAccessExpr().getNameAsString(),
          expression,
          List.of(expression(expression.asFieldAccessExpr().getScope())));
    }
    if (expression.isEnclosedExpr()) {
      return expression(expression.asEnclosedExpr().getInner());
    }
    if (expression.isCastExpr()) {
      Code inner = expression(expression.asCastExpr().getExpression());
      String type = nameOf(expression.asCastExpr().getType());
      return new Code(inner.kind(), inner.text(), type, inner.parts(), inner.at());
    }
    if (expression.isAssignExpr()) {
      return of(
          Code.Kind.ASSIGN,
          expression.asAssignExpr().getOperator().asString(),
          expression,
          List.of(
              expression(expression.asAssignExpr().getTarget()),
              expression(expression.asAssignExpr().getValue())));
    }
    if (expression.isConditionalExpr()) {
      return of(
          Code.Kind.CONDITIONAL,
          expression,
          List.of(
              expression(expression.asConditionalExpr().getCondition()),
              expression(expression.asConditionalExpr().getThenExpr()),
              expression(expression.asConditionalExpr().getElseExpr())));
    }
    return rare(expression);
  }

  private Code rare(Expression expression) {
    if (expression.isBinaryExpr()) {
      return sum(expression);
    }
    if (expression.isUnaryExpr()) {
      return of(
          Code.Kind.UNARY,
          expression.asUnaryExpr().getOperator().asString(),
          expression,
          List.of(expression(expression.asUnaryExpr().getExpression())));
    }
    if (expression.isMethodReferenceExpr()) {
      return of(
          Code.Kind.REFERENCE,
          expression.asMethodReferenceExpr().getIdentifier(),
          expression,
          List.of(expression(expression.asMethodReferenceExpr().getScope())));
    }
    if (expression.isTypePatternExpr()) {
      return new Code(
          Code.Kind.LOCAL,
          expression.asTypePatternExpr().getNameAsString(),
          nameOf(expression.asTypePatternExpr().getType()),
          List.of(),
          CodeReader.place(path, expression));
    }
    if (expression.isTypeExpr()) {
      return of(
          Code.Kind.NAME,
          nameOf(expression.asTypeExpr().getType()).replaceAll("<.*", ""),
          expression,
          List.of());
    }
    if (expression.isClassExpr()) {
      return new Code(
          Code.Kind.CLASS,
          "",
          nameOf(expression.asClassExpr().getType()),
          List.of(),
          CodeReader.place(path, expression));
    }
    List<Code> parts = new ArrayList<>();
    for (Node child : expression.getChildNodes()) {
      if (child instanceof Expression part) {
        parts.add(expression(part));
      }
    }
    return block(expression, parts);
  }

  /** A long concatenation leans to the left as deep as it has parts; texts become one. */
  private Code sum(Expression expression) {
    String text = texts.of(expression);
    if (!text.replace(JavaText.UNKNOWN, "").isBlank() && isText(expression)) {
      return of(Code.Kind.TEXT, text, expression, operands(expression));
    }
    return of(
        Code.Kind.BINARY,
        expression.asBinaryExpr().getOperator().asString(),
        expression,
        List.of(
            expression(expression.asBinaryExpr().getLeft()),
            expression(expression.asBinaryExpr().getRight())));
  }

  private static boolean isText(Expression expression) {
    Expression at = expression;
    while (at.isBinaryExpr()) {
      Expression right = at.asBinaryExpr().getRight();
      if (right.isStringLiteralExpr() || right.isTextBlockLiteralExpr()) {
        return true;
      }
      at = at.asBinaryExpr().getLeft();
    }
    return at.isStringLiteralExpr() || at.isTextBlockLiteralExpr();
  }

  private List<Code> operands(Expression expression) {
    List<Code> parts = new ArrayList<>();
    Expression at = expression;
    while (at.isBinaryExpr()) {
      Expression right = at.asBinaryExpr().getRight();
      if (!right.isLiteralExpr()) {
        parts.add(0, expression(right));
      }
      at = at.asBinaryExpr().getLeft();
    }
    if (!at.isLiteralExpr()) {
      parts.add(0, expression(at));
    }
    return parts;
  }

  private Code block(Node at, List<Code> parts) {
    return of(Code.Kind.BLOCK, at, parts);
  }

  private Code of(Code.Kind kind, Node at, List<Code> parts) {
    return of(kind, "", at, parts);
  }

  private Code of(Code.Kind kind, String text, Node at, List<Code> parts) {
    return new Code(kind, text, "", parts, CodeReader.place(path, at));
  }
}
