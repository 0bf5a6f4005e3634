// Package lamportclock numbers events so that an effect is always after its cause, in one order for
// all processes (Lamport, Time, clocks, and the ordering of events in a distributed system, 1978).
// Stamp every event with Tick; hand every stamp that arrives with a message to Receive.
//
// It does not tell causes from coincidences: of two events with different numbers the lower may
// have nothing to do with the higher. A vector clock tells them apart.
package lamportclock

import "sync"

// Stamp is a point in the order of events; those of one number are in the order of their processes.
type Stamp struct {
	Time    int64
	Process string
}

// Before says whether this one is the earlier.
func (s Stamp) Before(other Stamp) bool {
<#if it.kept("break ties alike everywhere")>
	return s.Time < other.Time || s.Time == other.Time && s.Process < other.Process
<#else>
	return s.Time < other.Time
</#if>
}

// Clock is one for each process; goroutines may share it.
type Clock struct {
	process string
	mutex   sync.Mutex
	time    int64
}

// New makes the clock of a process whose name no other has; last is the highest number that it gave
// before a restart, and 0 at the very first start.
func New(process string, last int64) *Clock {
	return &Clock{process: process, time: last}
}

// Tick gives the stamp of an event here, such as a write or a message that is sent.
func (c *Clock) Tick() Stamp {
	return c.after(0)
}

// Receive gives the stamp of having received a message.
func (c *Clock) Receive(sent Stamp) Stamp {
<#if it.kept("follow what was heard")>
	return c.after(sent.Time)
<#else>
	return c.after(0)
</#if>
}

func (c *Clock) after(heard int64) Stamp {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if heard > c.time {
		c.time = heard
	}
<#if it.kept("count every event")>
	c.time++
</#if>
	return Stamp{c.time, c.process}
}
