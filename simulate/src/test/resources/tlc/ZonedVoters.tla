---- MODULE ZonedVoters ----
EXTENDS Naturals, FiniteSets
CONSTANTS N, Needed, Losses
Places == 1..N
VARIABLES lost, votes, leads
vars == <<lost, votes, leads>>
Init == lost = {} /\ votes = {} /\ leads = 0
Vote(p) == p \notin lost /\ leads = 0 /\ p \notin votes /\ votes' = votes \cup {p} /\ UNCHANGED <<lost, leads>>
Lead(p) == p \notin lost /\ leads = 0 /\ p \in votes /\ Cardinality(votes) >= Needed /\ leads' = p /\ UNCHANGED <<lost, votes>>
Lose(p) == p \notin lost /\ Cardinality(lost) < Losses /\ lost' = lost \cup {p} /\ votes' = votes \ {p} /\ leads' = (IF leads = p THEN 0 ELSE leads)
Next == \E p \in Places : Vote(p) \/ Lead(p) \/ Lose(p)
Spec == Init /\ [][Next]_vars
Holds == leads \notin lost
====
