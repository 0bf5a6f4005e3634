---- MODULE Redlock ----
EXTENDS Naturals, FiniteSets
CONSTANTS N, Needed, Restarts
Nodes == 1..N
Clients == 1..2
VARIABLES owns, told, holders, restarted
vars == <<owns, told, holders, restarted>>
Init == owns = [c \in Clients |-> {}] /\ told = [c \in Clients |-> {}] /\ holders = {} /\ restarted = 0
Grant(c, n) == /\ c \notin holders /\ Cardinality(told[c]) < Needed /\ n \notin owns[1] \cup owns[2] \cup told[c]
               /\ owns' = [owns EXCEPT ![c] = @ \cup {n}] /\ told' = [told EXCEPT ![c] = @ \cup {n}]
               /\ UNCHANGED <<holders, restarted>>
Hold(c) == c \notin holders /\ Cardinality(told[c]) >= Needed /\ holders' = holders \cup {c} /\ UNCHANGED <<owns, told, restarted>>
Restart(n) == /\ n \in owns[1] \cup owns[2] /\ restarted < Restarts
              /\ owns' = [c \in Clients |-> owns[c] \ {n}] /\ restarted' = restarted + 1 /\ UNCHANGED <<told, holders>>
Next == (\E c \in Clients : Hold(c) \/ \E n \in Nodes : Grant(c, n)) \/ \E n \in Nodes : Restart(n)
Spec == Init /\ [][Next]_vars
Holds == Cardinality(holders) < 2
====
