---- MODULE TwoPhase ----
EXTENDS Naturals, FiniteSets
CONSTANT N
RM == 1..N
VARIABLES prepared, committed, aborted, sent, heard, decision
vars == <<prepared, committed, aborted, sent, heard, decision>>
Init == prepared = {} /\ committed = {} /\ aborted = {} /\ sent = {} /\ heard = {} /\ decision = "none"
Hear(m) == m \in sent \ heard /\ decision = "none" /\ heard' = heard \cup {m} /\ UNCHANGED <<prepared, committed, aborted, sent, decision>>
Working(m) == m \notin prepared \cup committed \cup aborted
Prepare(m) == Working(m) /\ prepared' = prepared \cup {m} /\ sent' = sent \cup {m} /\ UNCHANGED <<committed, aborted, heard, decision>>
AbortAlone(m) == Working(m) /\ aborted' = aborted \cup {m} /\ UNCHANGED <<prepared, committed, sent, heard, decision>>
DecideCommit == decision = "none" /\ heard = RM /\ decision' = "commit" /\ UNCHANGED <<prepared, committed, aborted, sent, heard>>
DecideAbort == decision = "none" /\ decision' = "abort" /\ UNCHANGED <<prepared, committed, aborted, sent, heard>>
Commit(m) == decision = "commit" /\ prepared' = prepared \ {m} /\ committed' = committed \cup {m} /\ aborted' = aborted \ {m} /\ UNCHANGED <<sent, heard, decision>>
Abort(m) == decision = "abort" /\ prepared' = prepared \ {m} /\ committed' = committed \ {m} /\ aborted' = aborted \cup {m} /\ UNCHANGED <<sent, heard, decision>>
Next == DecideCommit \/ DecideAbort \/ \E m \in RM : Hear(m) \/ Prepare(m) \/ AbortAlone(m) \/ Commit(m) \/ Abort(m)
Spec == Init /\ [][Next]_vars
Holds == committed = {} \/ aborted = {}
====
