package raft

import (
	"container/heap"
	"fmt"
	"math/rand"
	"testing"
)

// A cluster in simulated time, in one goroutine: what a seed does once, it does again. The network
// loses, doubles, delays and cuts; servers lose power in the middle of a write.

const seeds = 200

// killed is what a process that loses power panics with.
type killed struct{}

// memoryDisk loses what was not synced, or a part of it, when power fails.
type memoryDisk struct {
	synced, written []byte
	moments         int // until whoever uses it is killed; 0 is never
}

func (d *memoryDisk) moment() {
	if d.moments--; d.moments == 0 {
		panic(killed{})
	}
}

func (d *memoryDisk) losePower(random *rand.Rand) {
	from := 0
	for from < len(d.synced) && from < len(d.written) && d.synced[from] == d.written[from] {
		from++
	}
	left := append([]byte(nil), d.written[:from+random.Intn(len(d.written)-from+1)]...)
	if len(left) > from && random.Intn(2) == 0 {
		left[from+random.Intn(len(left)-from)] ^= 0x55
	}
	if len(left) >= len(d.synced) {
		d.synced = left
	}
	d.written = d.synced
	d.moments = 0
}

func (d *memoryDisk) Read() ([]byte, error) { return d.written, nil }

func (d *memoryDisk) Append(data []byte) error {
	d.moment()
	d.written = append(append([]byte(nil), d.written...), data...)
	d.moment()
	return nil
}

func (d *memoryDisk) Sync() error {
	d.synced = d.written
	d.moment()
	return nil
}

func (d *memoryDisk) Truncate(size int) error {
	d.written = d.written[:size]
	return nil
}

func (d *memoryDisk) Replace(data []byte) error {
	d.moment()
	d.synced, d.written = data, data
	d.moment()
	return nil
}

type event struct {
	time, number int64
	what         func()
}

type events []event

func (e events) Len() int { return len(e) }
func (e events) Less(i, j int) bool {
	return e[i].time < e[j].time || e[i].time == e[j].time && e[i].number < e[j].number
}
func (e events) Swap(i, j int) { e[i], e[j] = e[j], e[i] }
func (e *events) Push(x any)   { *e = append(*e, x.(event)) }
func (e *events) Pop() any {
	last := (*e)[len(*e)-1]
	*e = (*e)[:len(*e)-1]
	return last
}

type simulated struct {
	disk    memoryDisk
	machine *register
	node    *Node
	lives   int
	checked int64
}

// commit is what was committed at an index, and the term of the server that was the first to know.
type commit struct {
	what string
	term int64 // of the entry
	by   int64
}

type cluster struct {
	t        *testing.T
	seed     int64
	random   *rand.Rand
	servers  []*simulated
	cut      map[[2]int]bool
	events   events
	number   int64
	now      int64
	calm     bool
	leaders  map[int64]int
	commits  map[int64]commit
	history  []string
	latest   int // the highest version that a client was told
	commands int
	writes   int
	reads    int
	restarts int
}

func newCluster(t *testing.T, seed int64) *cluster {
	c := &cluster{t: t, seed: seed, random: rand.New(rand.NewSource(seed)),
		cut: map[[2]int]bool{}, leaders: map[int64]int{}, commits: map[int64]commit{}}
	for i := 0; i < 3+2*c.random.Intn(2); i++ {
		c.servers = append(c.servers, &simulated{})
	}
	for i := range c.servers {
		c.start(i)
	}
	return c
}

func (c *cluster) wrong(format string, args ...any) {
	c.t.Helper()
	c.t.Fatalf("seed %d, time %d: %s", c.seed, c.now, fmt.Sprintf(format, args...))
}

func (c *cluster) at(time int64, what func()) {
	c.number++
	heap.Push(&c.events, event{time, c.number, what})
}

func (c *cluster) until(end int64) {
	for len(c.events) > 0 && c.events[0].time <= end {
		next := heap.Pop(&c.events).(event)
		c.now = next.time
		next.what()
	}
	c.now = end
}

func (c *cluster) start(i int) {
	s := c.servers[i]
	s.machine = &register{before: func() { c.check(i) }}
	s.checked = 0
	send := func(to int, message Message) { c.send(i, to, message) }
	node, err := Start(Options{i, len(c.servers), 100, 25, 3}, Journal{&s.disk}, send, s.machine, 8,
		c.random, c.now)
	if err != nil {
		c.wrong("%v", err)
	}
	s.node = node
	s.lives++
	life := s.lives
	c.at(c.now+c.random.Int63n(10), func() { c.tick(i, life) })
}

func (c *cluster) tick(i, life int) {
	if s := c.servers[i]; s.lives == life && s.node != nil {
		c.step(i, func(node *Node) { node.Tick(c.now) })
		c.at(c.now+10, func() { c.tick(i, life) })
	}
}

func (c *cluster) send(from, to int, message Message) {
	copies := 1
	if !c.calm && c.random.Intn(100) < 5 {
		copies = 2 * c.random.Intn(2)
	}
	for ; copies > 0; copies-- {
		delay := 1 + c.random.Int63n(8)
		if !c.calm && c.random.Intn(50) == 0 {
			delay = c.random.Int63n(400)
		}
		c.at(c.now+delay, func() {
			if !c.cut[[2]int{from, to}] {
				c.step(to, func(node *Node) { node.Receive(from, message, c.now) })
			}
		})
	}
}

// step lets a server do something; it may be killed at it.
func (c *cluster) step(i int, what func(node *Node)) {
	s := c.servers[i]
	if s.node == nil {
		return
	}
	defer func() {
		switch reason := recover().(type) {
		case nil:
		case killed:
			c.losePower(i)
		default:
			panic(reason)
		}
	}()
	what(s.node)
	c.check(i)
}

func (c *cluster) losePower(i int) {
	c.servers[i].node = nil
	c.servers[i].disk.losePower(c.random)
	c.restarts++
	c.at(c.now+20+c.random.Int63n(300), func() {
		if c.servers[i].node == nil {
			c.start(i)
		}
	})
}

func (c *cluster) fault() {
	if c.calm {
		return
	}
	i := c.random.Intn(len(c.servers))
	switch c.random.Intn(5) {
	case 0:
		c.servers[i].disk.moments = 1 + c.random.Intn(6)
	case 1:
		c.cutOff(i)
	case 2:
		for from := range c.servers {
			for to := range c.servers {
				c.cut[[2]int{from, to}] = c.random.Intn(4) == 0
			}
		}
	case 3:
		for down, s := range c.servers {
			if s.node != nil && c.random.Intn(3) > 0 {
				c.losePower(down)
			}
		}
	default:
		c.cut = map[[2]int]bool{}
	}
	c.at(c.now+20+c.random.Int63n(200), c.fault)
}

func (c *cluster) cutOff(i int) {
	for other := range c.servers {
		c.cut[[2]int{i, other}], c.cut[[2]int{other, i}] = true, true
	}
}

func (c *cluster) client() {
	if c.random.Intn(2) == 0 {
		c.write(c.random.Intn(len(c.servers)))
	} else {
		c.read(c.random.Intn(len(c.servers)))
	}
	if !c.calm {
		c.at(c.now+c.random.Int63n(10), c.client)
	}
}

func (c *cluster) write(i int) {
	before := c.latest
	c.commands++
	command := []byte(fmt.Sprint("c", c.commands))
	c.step(i, func(node *Node) {
		node.Write(command, c.now, func(result []byte, err error) {
			if err == nil {
				c.writes++
				c.answered(result, before+1)
			}
		})
	})
}

func (c *cluster) read(i int) {
	before := c.latest
	c.step(i, func(node *Node) {
		node.Read(nil, c.now, func(result []byte, err error) {
			if err == nil {
				c.reads++
				c.answered(result, before)
			}
		})
	})
}

// answered checks linearizability: who is answered sees at least what was told before.
func (c *cluster) answered(answer []byte, least int) {
	version, value := parsed(answer)
	if version < least {
		c.wrong("%d was answered after %d was told", version, least)
	}
	if version > 0 && version <= len(c.history) && c.history[version-1] != value {
		c.wrong("%s was answered, and %s is true", value, c.history[version-1])
	}
	if version > c.latest {
		c.latest = version
	}
}

// check checks the properties of the paper (figure 3).
func (c *cluster) check(i int) {
	s := c.servers[i]
	if s.node == nil {
		return
	}
	r, state := s.node.Raft, s.node.Raft.State()
	for at := most(s.checked, state.Snapshot.Index) + 1; at <= r.CommitIndex(); at++ {
		entry := state.Entry(at)
		here := commit{string(entry.Command), entry.Term, state.Term}
		there, isKnown := c.commits[at]
		if isKnown && (there.what != here.what || there.term != here.term) {
			c.wrong("state machine safety: %v and %v", there, here)
		}
		if !isKnown {
			c.commits[at] = here
			if here.what != "" {
				c.history = append(c.history, here.what)
			}
		}
	}
	s.checked = r.CommitIndex()
	if !r.IsLeader() {
		return
	}
	if other, isKnown := c.leaders[state.Term]; isKnown {
		if other != i {
			c.wrong("election safety: %d and %d lead in term %d", other, i, state.Term)
		}
		return
	}
	c.leaders[state.Term] = i
	for at, commit := range c.commits {
		if at > state.Snapshot.Index && commit.by < state.Term && commit.term != state.TermAt(at) {
			c.wrong("leader completeness: %d lacks %d", i, at)
		}
	}
	c.logsMatch()
}

func (c *cluster) logsMatch() {
	seen := map[[2]int64]string{}
	for _, s := range c.servers {
		if s.node == nil {
			continue
		}
		state := s.node.Raft.State()
		for _, entry := range state.From(state.Snapshot.Index+1, 1<<30) {
			here := fmt.Sprint(string(entry.Command), " after ", state.TermAt(entry.Index-1))
			there, isKnown := seen[[2]int64{entry.Index, entry.Term}]
			if isKnown && there != here {
				c.wrong("log matching: %s and %s", there, here)
			}
			seen[[2]int64{entry.Index, entry.Term}] = here
		}
	}
}

// calmDown ends all faults, and leaves time enough for an election.
func (c *cluster) calmDown() {
	c.calm = true
	c.cut = map[[2]int]bool{}
	for i, s := range c.servers {
		s.disk.moments = 0
		if s.node == nil {
			c.start(i)
		}
	}
	c.until(c.now + 1000)
}

func (c *cluster) leader() int {
	for i, s := range c.servers {
		if s.node != nil && s.node.Raft.IsLeader() {
			return i
		}
	}
	c.wrong("nobody leads")
	return Nobody
}

func TestWhoComesBackFromAPartitionDoesNotUnseatTheLeader(t *testing.T) {
	c := newCluster(t, 1)
	c.calmDown()
	leader := c.leader()
	term := c.servers[leader].node.Raft.State().Term
	c.cutOff((leader + 1) % len(c.servers))
	c.until(c.now + 2000)
	c.cut = map[[2]int]bool{}
	c.until(c.now + 2000)
	equal(t, leader, c.leader())
	equal(t, term, c.servers[leader].node.Raft.State().Term)
}

func TestWhatRaftPromisesHoldsUnderEveryFault(t *testing.T) {
	writes, reads, restarts := 0, 0, 0
	for seed := int64(1); seed <= seeds; seed++ {
		c := newCluster(t, seed)
		c.at(0, c.client)
		c.at(300, c.fault)
		c.until(2500)
		c.calmDown()
		before := c.writes
		c.write(c.leader())
		c.until(c.now + 300)
		if c.writes == before {
			c.wrong("no write succeeds after all faults")
		}
		for i, s := range c.servers {
			if s.machine.version != len(c.history) {
				c.wrong("%d has applied %d of %d", i, s.machine.version, len(c.history))
			}
		}
		writes, reads, restarts = writes+c.writes, reads+c.reads, restarts+c.restarts
	}
	if writes < 20*seeds || reads < 10*seeds || restarts < 3*seeds {
		t.Fatalf("only %d writes, %d reads and %d restarts", writes, reads, restarts)
	}
}
