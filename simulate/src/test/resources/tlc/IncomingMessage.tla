---- MODULE IncomingMessage ----
EXTENDS Naturals
CONSTANTS AckFirst, Inbox
VARIABLES held, handled, acked, applied, down, crashes
vars == <<held, handled, acked, applied, down, crashes>>
Init == held = FALSE /\ handled = FALSE /\ acked = FALSE /\ applied = 0 /\ down = FALSE /\ crashes = 0
Restart == down /\ down' = FALSE /\ UNCHANGED <<held, handled, acked, applied, crashes>>
Deliver == ~down /\ ~held /\ ~acked /\ held' = TRUE /\ UNCHANGED <<handled, acked, applied, down, crashes>>
May == ~down /\ held /\ ~handled /\ (acked \/ ~AckFirst)
Skip == May /\ Inbox /\ applied > 0 /\ handled' = TRUE /\ UNCHANGED <<held, acked, applied, down, crashes>>
Apply == May /\ ~(Inbox /\ applied > 0) /\ applied < 2 /\ handled' = TRUE /\ applied' = applied + 1 /\ UNCHANGED <<held, acked, down, crashes>>
Ack == ~down /\ held /\ ~acked /\ (handled \/ AckFirst) /\ acked' = TRUE /\ UNCHANGED <<held, handled, applied, down, crashes>>
Crash == ~down /\ crashes = 0 /\ held' = FALSE /\ handled' = FALSE /\ down' = TRUE /\ crashes' = 1 /\ UNCHANGED <<acked, applied>>
Next == Restart \/ Deliver \/ Skip \/ Apply \/ Ack \/ Crash
Spec == Init /\ [][Next]_vars
Holds == applied < 2
====
