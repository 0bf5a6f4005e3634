package godmode.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.decide.Drawn;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.interview.Question.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuestionnaireTest {
  private static Drawn shop() {
    return new Drawn()
        .database(1)
        .kafka(3)
        .uses("order-service", "orders-db", ConnectionKind.DATA)
        .uses("order-service", "kafka", ConnectionKind.PUBLISH);
  }

  private static Drawn gated(Drawn drawn) {
    for (String data : List.of("events", "orders")) {
      drawn.waits("data." + data + ".reads", Attributes.READS, data);
      drawn.waits("data." + data + ".partition", Attributes.PARTITION, data);
    }
    return drawn;
  }

  private static List<String> ids(Drawn drawn) {
    return Questionnaire.open(drawn.review(), path -> false).stream().map(Question::id).toList();
  }

  @Test
  void cap_is_asked_first_once_for_each_class_of_data_on_one_screen() {
    List<Question> open = Questionnaire.open(gated(shop()).review(), path -> false);

    assertThat(open.get(0).id()).isEqualTo("cap events");
    assertThat(open.get(1).id()).isEqualTo("cap orders");
    assertThat(open.get(1).sentence()).isEqualTo("What must hold for orders (orders-db)?");
    assertThat(open.get(1).fields())
        .extracting(Field::path)
        .containsExactly("data.orders.reads", "data.orders.partition");
    assertThat(open.get(1).fields().get(1).proposal())
        .contains(new Proposal("single-copy", "orders-db has one member"));
    assertThat(open.get(1).waiting()).isEqualTo("1 rule and 4 recommendations wait for this");
    assertThat(open.stream().filter(Question::gate)).hasSize(2);
  }

  @Test
  void topics_come_in_the_order_of_the_interview() {
    assertThat(ids(shop())).containsExactly("survival", "objectives", "crash", "messages", "load");
  }

  @Test
  void what_nobody_needs_is_not_asked() {
    assertThat(ids(new Drawn().database(1))).containsExactly("objectives", "load");
  }

  @Test
  void what_was_said_is_not_asked_again_unless_it_has_to_be() {
    Drawn said = new Drawn().database(1).says("load.size", "small", "data.orders.rpo", "0s");

    assertThat(ids(said)).containsExactly("objectives");
    assertThat(Questionnaire.open(said.review(), Set.of("load.size")::contains))
        .extracting(Question::id)
        .containsExactly("objectives", "load");
  }

  @Test
  void what_rested_on_a_changed_answer_is_asked_again_and_the_old_value_proposed() {
    Drawn stale =
        new Drawn()
            .database(1)
            .records(
                "load.size", "small",
                "data.orders.rpo", "5m",
                "data.orders.rto", "1h",
                "decided.\"data.orders.rpo\".stale", "data.orders.partition was serve");

    Question question = Questionnaire.open(stale.review(), path -> false).get(0);

    assertThat(question.fields()).extracting(Field::path).containsExactly("data.orders.rpo");
    assertThat(question.fields().get(0).proposal())
        .contains(new Proposal("5m", "it was said before"));
    assertThat(ids(stale.says("data.orders.rpo", "5m"))).isEmpty();
  }

  private static Question operations(Drawn drawn) {
    return Questionnaire.open(
            drawn.waits("operations", Attributes.OPERATIONS, "shop").review(), path -> false)
        .stream()
        .filter(question -> question.topic() == Topic.OPERATIONS)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void operations_are_proposed_from_what_the_code_changes_the_costly_ones_first() {
    Question question =
        operations(
            shop()
                .uses("mail-service", "kafka", ConnectionKind.PUBLISH)
                .changes("order-service", "NoteController.add", "POST /notes", "writes Note")
                .changes("order-service", "OrderController.create", "POST /orders", "writes Order")
                .changes("mail-service", "Mailer.sendMail", "a message", "sends to kafka"));

    assertThat(question.fields().get(0).proposal())
        .contains(
            new Proposal(
                "create-order on orders, send-mail, add-note on orders",
                "what requests, messages and clocks change; put in your own words"));
    assertThat(question.detected())
        .extracting(ground -> ground.text() + " @" + ground.origin().place().orElseThrow())
        .containsExactly(
            "order-service: POST /orders, writes Order @Code.java:2",
            "mail-service: a message, sends to kafka @Code.java:3",
            "order-service: POST /notes, writes Note @Code.java:1");
  }

  @Test
  void no_more_operations_are_proposed_than_a_person_reads_and_no_name_twice() {
    Drawn many = shop();
    for (int i = 0; i < 12; i++) {
      many.changes("s" + i, "OrderController.create", "POST /o" + i, "writes Order");
    }

    assertThat(operations(many).fields().get(0).proposal().orElseThrow().value())
        .isEqualTo(
            "create-order, s1-create-order, s2-create-order, s3-create-order, s4-create-order,"
                + " s5-create-order, s6-create-order");
  }

  @Test
  void methods_are_called_as_people_call_them() {
    assertThat(
            List.of(
                CodeOperations.name("OrderController.placeOrder"),
                CodeOperations.name("OrderController.create"),
                CodeOperations.name("PaidListener.onMessage"),
                CodeOperations.name("UserResource.saveOTP")))
        .containsExactly("place-order", "create-order", "on-message-paid", "save-otp");
  }

  @Test
  void last_writer_wins_asks_for_the_clocks() {
    assertThat(
            ids(
                new Drawn()
                    .database(3)
                    .says(
                        "data.orders.partition", "serve",
                        "data.orders.conflicts.strategy", "last-writer-wins")))
        .contains("clocks");
  }

  @Test
  void a_leader_is_asked_what_two_of_it_do_and_fenced_on_the_same_screen() {
    Question question =
        Questionnaire.open(
                new Drawn().database(1).guard(GuardKind.LEADER, "billing").review(), path -> false)
            .stream()
            .filter(asked -> asked.topic() == Topic.LEADERS)
            .findFirst()
            .orElseThrow();

    assertThat(question.fields())
        .extracting(Field::path)
        .containsExactly(
            "leaders.billing.two-at-once",
            "leaders.billing.fencing.token",
            "leaders.billing.fencing.checked-by");
    assertThat(Derived.of("leaders.billing.two-at-once", "corruption"))
        .containsEntry("leaders.billing.purpose", "correctness");
  }

  @Test
  void a_decision_that_no_topic_knows_is_asked_all_the_same() {
    assertThat(
            ids(new Drawn().database(1).waits("system.purpose", Attributes.CONSENSUS_BECAUSE, "x")))
        .contains("system.purpose");
  }

  @Test
  void every_decision_has_choices_or_an_example() {
    int decisions = 0;
    for (Attribute<?> attribute : Attributes.all()) {
      if (attribute.isDecision()) {
        assertThat(Questions.example(attribute)).as(attribute.name()).isNotBlank();
        decisions++;
      }
    }
    assertThat(decisions).isGreaterThan(15);
  }

  @Test
  void nobody_answers_nothing() {
    Question question = Questionnaire.open(new Drawn().database(1).review(), path -> false).get(0);

    assertThat(
            AnswerSource.NOBODY.ask(
                question,
                new AnswerSource.Progress(1, 1, "", true, (path, text) -> Optional.empty())))
        .isEqualTo(Reply.ENOUGH);
  }
}
