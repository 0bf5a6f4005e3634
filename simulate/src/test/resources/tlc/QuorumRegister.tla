---- MODULE QuorumRegister ----
EXTENDS Integers, FiniteSets, TLC
CONSTANTS Nodes, R, W, Writes, Readers, Together
Max(a, b) == IF a > b THEN a ELSE b
VARIABLES stored, took, begun, acked, floor, answered, best, shown
vars == <<stored, took, begun, acked, floor, answered, best, shown>>
Init == /\ stored = [n \in Nodes |-> 0] /\ took = [v \in 1..Writes |-> {}] /\ begun = 0 /\ acked = 0
        /\ floor = [r \in Readers |-> -1] /\ answered = [r \in Readers |-> {}]
        /\ best = [r \in Readers |-> 0] /\ shown = [r \in Readers |-> -1]
BeginWrite == begun = acked /\ begun < Writes /\ begun' = begun + 1 /\ UNCHANGED <<stored, took, acked, floor, answered, best, shown>>
Store(v, n) == /\ v <= begun /\ n \notin took[v] /\ took' = [took EXCEPT ![v] = @ \cup {n}]
               /\ stored' = [stored EXCEPT ![n] = Max(@, v)]
               /\ acked' = IF Cardinality(took[v]) + 1 >= W THEN Max(acked, v) ELSE acked
               /\ UNCHANGED <<begun, floor, answered, best, shown>>
Highest(S) == CHOOSE x \in S : \A y \in S : x >= y
BeginRead(r) == /\ floor[r] = -1 /\ floor' = [floor EXCEPT ![r] = IF Together THEN Highest({acked} \cup {shown[o] : o \in Readers}) ELSE acked]
                /\ UNCHANGED <<stored, took, begun, acked, answered, best, shown>>
Answer(r, n) == /\ floor[r] >= 0 /\ shown[r] = -1 /\ n \notin answered[r]
                /\ answered' = [answered EXCEPT ![r] = @ \cup {n}]
                /\ best' = [best EXCEPT ![r] = Max(@, stored[n])]
                /\ shown' = IF Cardinality(answered[r]) + 1 = R THEN [shown EXCEPT ![r] = Max(best[r], stored[n])] ELSE shown
                /\ UNCHANGED <<stored, took, begun, acked, floor>>
Next == BeginWrite \/ (\E v \in 1..Writes, n \in Nodes : Store(v, n)) \/ (\E r \in Readers : BeginRead(r)) \/ (\E r \in Readers, n \in Nodes : Answer(r, n))
Spec == Init /\ [][Next]_vars
Equals == Permutations(Nodes) \cup Permutations(Readers)
Holds == \A r \in Readers : shown[r] = -1 \/ shown[r] >= floor[r]
====
