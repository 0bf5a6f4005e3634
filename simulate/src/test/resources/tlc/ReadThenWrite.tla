---- MODULE ReadThenWrite ----
EXTENDS Integers, FiniteSets
CONSTANTS N, FromReplica, Compares
Clients == 1..N
VARIABLES primary, replica, read
vars == <<primary, replica, read>>
Init == primary = 0 /\ replica = 0 /\ read = [c \in Clients |-> -1]
Read(c) == read[c] = -1 /\ read' = [read EXCEPT ![c] = IF FromReplica THEN replica ELSE primary] /\ UNCHANGED <<primary, replica>>
Refused(c) == Compares /\ read[c] # primary
Write(c) == /\ read[c] >= 0 /\ ~Refused(c) /\ primary' = read[c] + 1 /\ read' = [read EXCEPT ![c] = -2] /\ UNCHANGED replica
Refuse(c) == /\ read[c] >= 0 /\ Refused(c) /\ read' = [read EXCEPT ![c] = -1] /\ UNCHANGED <<primary, replica>>
Follow == replica # primary /\ replica' = primary /\ UNCHANGED <<primary, read>>
Next == Follow \/ \E c \in Clients : Read(c) \/ Write(c) \/ Refuse(c)
Spec == Init /\ [][Next]_vars
Holds == primary >= Cardinality({c \in Clients : read[c] = -2})
====
