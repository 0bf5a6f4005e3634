// Package raft is one server of Raft (Ongaro and Ousterhout, In Search of an Understandable
// Consensus Algorithm, 2014; Ongaro's thesis for pre-vote and reads by index).
//
// Raft itself only computes: inputs give a Step and change nothing else, so that any order of
// faults can be tested. Node does what a Step says, on a Journal. Members do not change. A command
// that a client sends again, because nobody answered, is applied again: give it an identity, and
// let the state machine ignore it the second time.
package raft

import (
	"math/rand"
	"sort"
)

type role int

const (
	follower role = iota
	asking
	candidate
	leading
)

// Options say how a server behaves. Times are in milliseconds.
type Options struct {
	Self      int   // its number, from 0
	Members   int   // how many servers there are, best an odd number
	Election  int64 // how long a leader may be silent; up to twice as long is drawn each time
	Heartbeat int64 // how often a leader sends; several times in an election time-out
	Batch     int   // most entries in a message
}

func (o Options) majority() int {
<#if it.kept("need a majority")>
	return o.Members/2 + 1
<#else>
	return o.Members / 2
</#if>
}

// Letter is a message to a server.
type Letter struct {
	To      int
	Message Message
}

// Read is the answer to a read: whether this server still led after the read had begun.
type Read struct {
	ID        int64
	Confirmed bool
}

// Step is what has to be done after an input, in the order of the fields.
type Step struct {
	Records   []Record  // must be on disk before anything else is done
	Letters   []Letter  // they may get lost
	Restored  *Snapshot // its state takes the place of that of the state machine
	Committed []Entry   // to be applied; an empty command means nothing
	Reads     []Read    // to be answered from the state machine, or to be refused
}

type waitingRead struct {
	id    int64
	round int64
}

// Raft is a server without its disk. It is for one goroutine, and knows only the time that it is
// told, of a clock that never goes back.
type Raft struct {
	options    Options
	state      *State
	random     *rand.Rand
	role       role
	leader     int
	commit     int64
	now        int64
	electionAt int64
	heardAt    int64
	votes      map[int]bool

	next          []int64
	match         []int64
	answeredAt    []int64
	answeredRound []int64
	heartbeatAt   int64
	round         int64
	waiting       []waitingRead

	step Step
}

// New starts a server, for the first time or again. The state belongs to it from now on.
func New(options Options, state *State, random *rand.Rand, now int64) *Raft {
	r := &Raft{
		options:       options,
		state:         state,
		random:        random,
		leader:        Nobody,
		now:           now,
		commit:        state.Snapshot.Index,
		heardAt:       now - options.Election,
		votes:         map[int]bool{},
		next:          make([]int64, options.Members),
		match:         make([]int64, options.Members),
		answeredAt:    make([]int64, options.Members),
		answeredRound: make([]int64, options.Members),
	}
	r.waitForElection()
	return r
}

// IsLeader says whether it leads, as far as it knows.
func (r *Raft) IsLeader() bool { return r.role == leading }

// Leader is who leads, as far as it knows; Nobody if nobody does.
func (r *Raft) Leader() int { return r.leader }

// CommitIndex is up to where it knows entries to be committed.
func (r *Raft) CommitIndex() int64 { return r.commit }

// State is what it has on disk; not to be changed.
func (r *Raft) State() *State { return r.state }

// Tick says that some time has passed. Call it several times in a heartbeat.
func (r *Raft) Tick(now int64) Step {
	r.now = now
	if r.role != leading {
		if now >= r.electionAt {
<#if it.kept("ask before an election")>
			r.campaign(true)
<#else>
			r.campaign(false)
</#if>
		}
		return r.end()
	}
<#if it.kept("step down without a majority")>
	if r.answered(r.answeredAt, now-2*r.options.Election) < r.options.majority() {
		r.follow(r.state.Term, Nobody)
		return r.end()
	}
</#if>
	if now >= r.heartbeatAt {
		r.broadcast()
	}
	return r.end()
}

// Receive says that a message has come.
func (r *Raft) Receive(from int, message Message, now int64) Step {
	r.now = now
	ask, isAsk := message.(AskVote)
	vote, isVote := message.(Vote)
	isTrial := isAsk && ask.Trial || isVote && vote.Trial && vote.Granted
	if message.term() > r.state.Term && !isTrial {
		r.follow(message.term(), Nobody)
	}
	switch m := message.(type) {
	case AskVote:
		r.asked(from, m)
	case Vote:
		r.voted(from, m)
	case Append:
		r.append(from, m)
	case Appended:
		r.appended(from, m)
	case Install:
		r.install(from, m)
	}
	return r.end()
}

// Propose takes a command of a client; only a leader may be asked. The command is the last entry of
// the state afterwards, and has succeeded when that entry is committed.
func (r *Raft) Propose(command []byte, now int64) Step {
	r.now = now
	if r.role != leading {
		panic("raft: this server does not lead")
	}
	r.save(Entry{r.state.LastIndex() + 1, r.state.Term, command})
	r.broadcast()
	r.advance()
	return r.end()
}

// Read asks for a read of what the latest write before has left, without an entry in the log. A
// step says under this id when, or that this server cannot say.
func (r *Raft) Read(id int64, now int64) Step {
	r.now = now
	if r.role != leading {
		r.step.Reads = append(r.step.Reads, Read{id, false})
		return r.end()
	}
	r.waiting = append(r.waiting, waitingRead{id, r.round + 1})
	r.broadcast()
	r.confirm()
	return r.end()
}

// Compact says that the state machine has applied everything up to an index, and is in this state.
func (r *Raft) Compact(index int64, machine []byte) Step {
<#if it.kept("a snapshot knows the term of its entry")>
	r.save(Snapshot{index, r.state.TermAt(index), machine})
<#else>
	r.save(Snapshot{index, 0, machine})
</#if>
	return r.end()
}

func (r *Raft) end() Step {
	step := r.step
	r.step = Step{}
	return step
}

func (r *Raft) save(record Record) {
	r.state.Apply(record)
	r.step.Records = append(r.step.Records, record)
}

func (r *Raft) send(to int, message Message) {
	r.step.Letters = append(r.step.Letters, Letter{to, message})
}

func (r *Raft) toOthers(do func(to int)) {
	for to := 0; to < r.options.Members; to++ {
		if to != r.options.Self {
			do(to)
		}
	}
}

func (r *Raft) waitForElection() {
<#if it.kept("draw the time-outs")>
	r.electionAt = r.now + r.options.Election + r.random.Int63n(r.options.Election)
<#else>
	r.electionAt = r.now + r.options.Election
</#if>
}

func (r *Raft) follow(term int64, leader int) {
	if term > r.state.Term {
		r.save(Ballot{term, Nobody})
	}
	if r.role == leading {
		r.waitForElection()
	}
	r.role = follower
	r.leader = leader
	for _, read := range r.waiting {
		r.step.Reads = append(r.step.Reads, Read{read.id, false})
	}
	r.waiting = nil
}

func (r *Raft) campaign(trial bool) {
	r.waitForElection()
	r.leader = Nobody
	r.votes = map[int]bool{r.options.Self: true}
	term := r.state.Term + 1
	if trial {
		r.role = asking
	} else {
		r.role = candidate
		r.save(Ballot{term, r.options.Self})
	}
	last := r.state.LastIndex()
	r.toOthers(func(to int) {
		r.send(to, AskVote{term, trial, last, r.state.TermAt(last)})
	})
	r.count()
}

func (r *Raft) count() {
	if len(r.votes) < r.options.majority() {
		return
	}
	if r.role == asking {
		r.campaign(false)
	} else {
		r.lead()
	}
}

func (r *Raft) asked(from int, ask AskVote) {
<#if it.kept("vote only for a log that is up to date")>
	last := r.state.LastIndex()
	lastTerm := r.state.TermAt(last)
	upToDate := ask.LastTerm > lastTerm || ask.LastTerm == lastTerm && ask.LastIndex >= last
<#else>
	upToDate := true
</#if>
	if ask.Trial {
		hasLeader := r.role == leading || r.now < r.heardAt+r.options.Election
		granted := ask.Term > r.state.Term && upToDate && !hasLeader
		term := r.state.Term
		if granted {
			term = ask.Term
		}
		r.send(from, Vote{term, true, granted})
		return
	}
	free := r.state.VotedFor == Nobody || r.state.VotedFor == from
	granted := ask.Term == r.state.Term && free && upToDate
	if granted {
		r.waitForElection()
<#if it.kept("keep the vote on disk")>
		r.save(Ballot{r.state.Term, from})
<#else>
		r.state.Apply(Ballot{r.state.Term, from})
</#if>
	}
	r.send(from, Vote{r.state.Term, false, granted})
}

func (r *Raft) voted(from int, vote Vote) {
	awaited, term := candidate, r.state.Term
	if vote.Trial {
		awaited, term = asking, r.state.Term+1
	}
<#if it.kept("count votes of its own term only")>
	current := vote.Term == term
<#else>
	current := vote.Term <= term
</#if>
	if vote.Granted && r.role == awaited && current {
		r.votes[from] = true
		r.count()
	}
}

func (r *Raft) lead() {
	r.role = leading
	r.leader = r.options.Self
	for i := range r.next {
		r.next[i] = r.state.LastIndex() + 1
		r.match[i] = 0
		r.answeredAt[i] = r.now
		r.answeredRound[i] = 0
	}
	r.round = 0
<#if it.kept("begin a term with an entry")>
	r.save(Entry{r.state.LastIndex() + 1, r.state.Term, nil})
</#if>
	r.broadcast()
	r.advance()
}

func (r *Raft) broadcast() {
	r.round++
	r.heartbeatAt = r.now + r.options.Heartbeat
	r.toOthers(r.replicate)
}

// replicate sends what is next, and counts on its arrival; if it gets lost, an answer will say so.
func (r *Raft) replicate(to int) {
	previous := r.next[to] - 1
	if previous < r.state.Snapshot.Index {
		r.send(to, Install{r.state.Term, r.state.Snapshot, r.round})
		r.next[to] = r.state.Snapshot.Index + 1
		return
	}
	entries := r.state.From(r.next[to], r.options.Batch)
	r.send(to, Append{r.state.Term, previous, r.state.TermAt(previous), entries, r.commit, r.round})
	r.next[to] += int64(len(entries))
}

// hears says whether a leader of the current term has sent this; an older one is told the term.
func (r *Raft) hears(from int, term int64, round int64) bool {
<#if it.kept("refuse leaders of earlier terms")>
	if term < r.state.Term {
<#if it.kept("confirm nothing that an earlier term asked")>
		round = 0 // the sender may lead again by now, and count rounds anew
</#if>
		r.send(from, Appended{r.state.Term, false, r.state.LastIndex(), round})
		return false
	}
</#if>
	r.follow(r.state.Term, from)
	r.heardAt = r.now
	r.waitForElection()
	return true
}

func (r *Raft) append(from int, m Append) {
	if !r.hears(from, m.Term, m.Round) {
		return
	}
	snapshot := r.state.Snapshot.Index // what it replaces is committed, so it matches
<#if it.kept("append only to what matches")>
	if m.Previous >= snapshot && r.state.TermAt(m.Previous) != m.PreviousTerm {
<#else>
	if m.Previous > r.state.LastIndex() {
</#if>
		r.send(from, Appended{r.state.Term, false, r.beforeConflict(m.Previous), m.Round})
		return
	}
	for _, entry := range m.Entries {
<#if it.kept("keep entries that match")>
		isNew := r.state.TermAt(entry.Index) != entry.Term
<#else>
		isNew := true
</#if>
		if isNew && entry.Index > snapshot {
			r.save(entry)
		}
	}
	compared := m.Previous + int64(len(m.Entries))
<#if it.kept("commit no more than was compared")>
	r.commitTo(least(m.Commit, compared))
<#else>
	r.commitTo(least(m.Commit, r.state.LastIndex()))
</#if>
	r.send(from, Appended{r.state.Term, true, compared, m.Round})
}

// beforeConflict passes over all entries of the term that does not match, to need fewer attempts.
func (r *Raft) beforeConflict(previous int64) int64 {
	if r.state.LastIndex() < previous {
		return r.state.LastIndex()
	}
	before, term := previous, r.state.TermAt(previous)
	for before > r.state.Snapshot.Index && r.state.TermAt(before) == term {
		before--
	}
	return before
}

func (r *Raft) install(from int, m Install) {
	if !r.hears(from, m.Term, m.Round) {
		return
	}
<#if it.kept("refuse snapshots of the past")>
	if m.Snapshot.Index > r.commit {
<#else>
	if m.Snapshot.Index > 0 {
</#if>
		r.save(m.Snapshot)
		r.commit = m.Snapshot.Index
		r.step.Restored = &m.Snapshot
	}
	r.send(from, Appended{r.state.Term, true, m.Snapshot.Index, m.Round})
}

func (r *Raft) appended(from int, m Appended) {
	if r.role != leading || m.Term < r.state.Term {
		return
	}
	r.answeredAt[from] = r.now
	r.answeredRound[from] = most(r.answeredRound[from], m.Round)
	if m.Matching {
		r.match[from] = most(r.match[from], m.Index)
		r.next[from] = most(r.next[from], r.match[from]+1)
		r.advance()
	} else {
		r.next[from] = most(r.match[from], least(r.next[from]-1, m.Index)) + 1
	}
	r.confirm()
	if !m.Matching || r.next[from] <= r.state.LastIndex() {
		r.replicate(from)
	}
}

// advance commits what a majority has. An entry of an earlier term may be on a majority and be
// replaced all the same (figure 8 of the paper), so it is committed only by one of this term behind
// it.
func (r *Raft) advance() {
	sorted := append([]int64(nil), r.match...)
	sorted[r.options.Self] = r.state.LastIndex()
	sort.Slice(sorted, func(i, j int) bool { return sorted[i] < sorted[j] })
	index := sorted[r.options.Members-r.options.majority()]
<#if it.kept("count copies of its own term only")>
	if r.state.TermAt(index) == r.state.Term {
		r.commitTo(index)
	}
<#else>
	r.commitTo(index)
</#if>
	r.confirm()
}

func (r *Raft) commitTo(index int64) {
	for ; r.commit < index; r.commit++ {
		r.step.Committed = append(r.step.Committed, r.state.Entry(r.commit+1))
	}
}

// confirm answers reads that began before a majority said that this server leads.
func (r *Raft) confirm() {
<#if it.kept("read behind an entry of its own term")>
	if r.state.TermAt(r.commit) != r.state.Term {
		return // earlier leaders may have committed more than this one knows yet
	}
</#if>
	var waiting []waitingRead
	for _, read := range r.waiting {
<#if it.kept("confirm reads with a majority")>
		if r.answered(r.answeredRound, read.round) >= r.options.majority() {
<#else>
		if r.answered(r.answeredRound, 0) >= r.options.majority() {
</#if>
			r.step.Reads = append(r.step.Reads, Read{read.id, true})
		} else {
			waiting = append(waiting, read)
		}
	}
	r.waiting = waiting
}

func (r *Raft) answered(what []int64, atLeast int64) int {
	count := 1 // itself
	r.toOthers(func(other int) {
		if what[other] >= atLeast {
			count++
		}
	})
	return count
}

func least(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}

func most(a, b int64) int64 {
	if a > b {
		return a
	}
	return b
}
