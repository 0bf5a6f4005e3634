package raft

// Message is what servers send each other: AskVote, Vote, Append, Appended or Install. Messages may
// be lost, doubled, late and out of order.
type Message interface{ term() int64 }

// AskVote asks for a vote; in a trial (pre-vote) whether it would get one in that term.
type AskVote struct {
	Term      int64
	Trial     bool
	LastIndex int64
	LastTerm  int64
}

// Vote gives a vote, or does not.
type Vote struct {
	Term    int64
	Trial   bool
	Granted bool
}

// Append has entries that follow on one which the receiver should have; none in a heartbeat. The
// round grows with every heartbeat of a leader, and the answer repeats it.
type Append struct {
	Term         int64
	Previous     int64
	PreviousTerm int64
	Entries      []Entry
	Commit       int64
	Round        int64
}

// Appended answers Append and Install: the log of the sender is that of the leader up to the index;
// if not, the leader should try from there on.
type Appended struct {
	Term     int64
	Matching bool
	Index    int64
	Round    int64
}

// Install brings a snapshot to who lacks entries that the leader does not have any more.
type Install struct {
	Term     int64
	Snapshot Snapshot
	Round    int64
}

func (m AskVote) term() int64  { return m.Term }
func (m Vote) term() int64     { return m.Term }
func (m Append) term() int64   { return m.Term }
func (m Appended) term() int64 { return m.Term }
func (m Install) term() int64  { return m.Term }
