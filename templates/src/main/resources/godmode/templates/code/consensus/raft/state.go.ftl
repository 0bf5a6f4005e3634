package raft

// Nobody is no server.
const Nobody = -1

// Record is something that a server has to find again after a crash: a Ballot, an Entry or a
// Snapshot. Its state is what its records make of it, in the order in which they were saved.
type Record interface{ isRecord() }

// Ballot is the current term, and who has the vote of this server in it, or Nobody.
type Ballot struct {
	Term     int64
	VotedFor int
}

// Entry is an entry of the log; it removes what was at its index and after it. The command is empty
// in the first entry of a leader.
type Entry struct {
	Index   int64
	Term    int64
	Command []byte
}

// Snapshot is what the commands up to an index have led to, in place of their entries. The term is
// that of the last entry that it replaces.
type Snapshot struct {
	Index int64
	Term  int64
	State []byte
}

func (Ballot) isRecord()   {}
func (Entry) isRecord()    {}
func (Snapshot) isRecord() {}

// State is what a server has on disk: its term and vote, a snapshot, and the entries after it.
type State struct {
	Ballot
	Snapshot Snapshot
	entries  []Entry
}

// NewState is the state of a server that was never started before.
func NewState() *State { return &State{Ballot: Ballot{0, Nobody}} }

// Apply makes the state that follows with one more record.
func (s *State) Apply(record Record) {
	switch r := record.(type) {
	case Ballot:
		s.Ballot = r
	case Entry:
		s.entries = append(s.entries[:s.at(r.Index):s.at(r.Index)], r)
	case Snapshot:
		if s.TermAt(r.Index) == r.Term {
			s.entries = s.entries[s.at(r.Index)+1:]
		} else {
			s.entries = nil
		}
		s.Snapshot = r
	}
}

func (s *State) at(index int64) int { return int(index - s.Snapshot.Index - 1) }

// LastIndex is the index of the last entry.
func (s *State) LastIndex() int64 { return s.Snapshot.Index + int64(len(s.entries)) }

// TermAt is the term of an entry; -1 where there is none, or only what a snapshot has made of it.
func (s *State) TermAt(index int64) int64 {
	if index == s.Snapshot.Index {
		return s.Snapshot.Term
	}
	if index < s.Snapshot.Index || index > s.LastIndex() {
		return -1
	}
	return s.Entry(index).Term
}

// Entry is an entry behind the snapshot.
func (s *State) Entry(index int64) Entry { return s.entries[s.at(index)] }

// From gives at most so many entries from an index on.
func (s *State) From(index int64, most int) []Entry {
	rest := s.entries[int(least(int64(s.at(index)), int64(len(s.entries)))):]
	if len(rest) > most {
		rest = rest[:most]
	}
	return append([]Entry(nil), rest...)
}

// Records are the fewest that make this state.
func (s *State) Records() []Record {
	all := []Record{s.Ballot, s.Snapshot}
	for _, entry := range s.entries {
		all = append(all, entry)
	}
	return all
}
