package raft

import (
	"errors"
	"math/rand"
)

// Machine is what is replicated. The same commands in the same order must give the same state.
type Machine interface {
	Apply(command []byte) []byte
	Query(question []byte) []byte // changes nothing
	Snapshot() []byte
	Restore(state []byte)
}

var (
	// ErrNotLeader says that nothing was done here; Raft.Leader may know whom to ask.
	ErrNotLeader = errors.New("raft: this server does not lead")
	// ErrUnknown says that nobody knows here whether a command was applied, or will be.
	ErrUnknown = errors.New("raft: the command may have been applied")
	// ErrStopped says that the disk has failed: what the server knows and what is saved differ.
	ErrStopped = errors.New("raft: stopped; start this server again")
)

// Answer takes what a client is told, or why it is told nothing.
type Answer func(result []byte, err error)

type proposal struct {
	term   int64
	answer Answer
}

type query struct {
	question []byte
	answer   Answer
}

// Node is a server with its disk, its state machine and its clients: it does what Raft says is to
// be done. It is for one goroutine, which tells it the time in milliseconds.
type Node struct {
	Raft          *Raft
	journal       Journal
	send          func(to int, message Message)
	machine       Machine
	snapshotEvery int64
	proposals     map[int64]proposal
	queries       map[int64]query
	lastQuery     int64
	applied       int64
	failed        bool
}

// Start starts a server, for the first time or again. Send may lose messages, and waits for
// nothing. After so many entries the state machine takes the place of the log.
func Start(options Options, journal Journal, send func(to int, message Message), machine Machine,
	snapshotEvery int64, random *rand.Rand, now int64) (*Node, error) {
	state, err := journal.Load()
	if err != nil {
		return nil, err
	}
	node := &Node{
		Raft:          New(options, state, random, now),
		journal:       journal,
		send:          send,
		machine:       machine,
		snapshotEvery: snapshotEvery,
		proposals:     map[int64]proposal{},
		queries:       map[int64]query{},
		applied:       state.Snapshot.Index,
	}
	if node.applied > 0 {
		machine.Restore(state.Snapshot.State)
	}
	return node, nil
}

// Tick says that some time has passed.
func (n *Node) Tick(now int64) error {
	if n.failed {
		return ErrStopped
	}
	return n.settle(n.Raft.Tick(now))
}

// Receive says that a message has come.
func (n *Node) Receive(from int, message Message, now int64) error {
	if n.failed {
		return ErrStopped
	}
	return n.settle(n.Raft.Receive(from, message, now))
}

// Write has a command, of one byte at least, applied on all servers; answers when it is safe.
func (n *Node) Write(command []byte, now int64, answer Answer) error {
	if n.failed {
		return ErrStopped
	}
	if !n.Raft.IsLeader() {
		answer(nil, ErrNotLeader)
		return nil
	}
	step := n.Raft.Propose(command, now)
	index := n.Raft.State().LastIndex()
	if before, isThere := n.proposals[index]; isThere {
		before.answer(nil, ErrUnknown) // another server may have its entry
	}
	n.proposals[index] = proposal{n.Raft.State().Term, answer}
	return n.settle(step)
}

// Read asks the state machine; the answer has every write that ended before the question.
func (n *Node) Read(question []byte, now int64, answer Answer) error {
	if n.failed {
		return ErrStopped
	}
	n.lastQuery++
	n.queries[n.lastQuery] = query{question, answer}
	return n.settle(n.Raft.Read(n.lastQuery, now))
}

func (n *Node) settle(step Step) error {
<#if it.kept("save before sending")>
	if err := n.save(step); err != nil {
		return err
	}
</#if>
	for _, letter := range step.Letters {
		n.send(letter.To, letter.Message)
	}
<#if !it.kept("save before sending")>
	if err := n.save(step); err != nil {
		return err
	}
</#if>
	if step.Restored != nil {
		n.restore(*step.Restored)
	}
	for _, entry := range step.Committed {
		n.apply(entry)
	}
	for _, read := range step.Reads {
		query := n.queries[read.ID]
		delete(n.queries, read.ID)
		if read.Confirmed {
			query.answer(n.machine.Query(query.question), nil)
		} else {
			query.answer(nil, ErrNotLeader)
		}
	}
	if n.applied-n.Raft.State().Snapshot.Index >= n.snapshotEvery {
		return n.settle(n.Raft.Compact(n.applied, n.machine.Snapshot()))
	}
	return nil
}

// save: a disk that has failed once may have lost what it is asked to write again.
func (n *Node) save(step Step) error {
	err := n.journal.Save(step.Records)
<#if it.kept("stop when the disk fails")>
	n.failed = err != nil
	return err
<#else>
	n.failed = err != nil && n.failed
	return nil
</#if>
}

func (n *Node) restore(snapshot Snapshot) {
	n.machine.Restore(snapshot.State)
	n.applied = snapshot.Index
	for index, proposal := range n.proposals {
		if index <= n.applied {
			delete(n.proposals, index)
			proposal.answer(nil, ErrUnknown)
		}
	}
}

func (n *Node) apply(entry Entry) {
	n.applied = entry.Index
	var result []byte
	if len(entry.Command) > 0 {
		result = n.machine.Apply(entry.Command)
	}
	proposal, isThere := n.proposals[entry.Index]
	if !isThere {
		return
	}
	delete(n.proposals, entry.Index)
<#if it.kept("answer who asked")>
	if proposal.term != entry.Term {
		proposal.answer(nil, ErrNotLeader)
		return
	}
</#if>
	proposal.answer(result, nil)
}
