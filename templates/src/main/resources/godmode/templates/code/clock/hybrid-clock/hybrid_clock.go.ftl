// Package hybridclock stamps events by cause and effect, close to the time of day (Kulkarni et al.,
// Logical Physical Clocks, 2014). Stamp every event with Tick; hand every timestamp that arrives
// with a message to Receive.
package hybridclock

import (
	"fmt"
	"sync"
	"time"
)

// Timestamp is the highest time of day heard of, in milliseconds, and a counter within one.
type Timestamp struct {
	Millis  int64
	Counter int64
}

// Before says whether this one is the earlier.
func (t Timestamp) Before(other Timestamp) bool {
	return t.Millis < other.Millis || t.Millis == other.Millis && t.Counter < other.Counter
}

// Clock is one for each process; goroutines may share it.
type Clock struct {
	aheadMillisMax int64
	millis         func() int64
	mutex          sync.Mutex
	last           Timestamp
}

// New makes a clock that refuses timestamps which are further ahead of its own time of day.
func New(aheadMillisMax int64) *Clock {
	return newClock(aheadMillisMax, func() int64 { return time.Now().UnixMilli() })
}

func newClock(aheadMillisMax int64, millis func() int64) *Clock {
	return &Clock{aheadMillisMax: aheadMillisMax, millis: millis}
}

// Tick gives the timestamp of an event here, such as a write or a message that is sent.
func (c *Clock) Tick() Timestamp {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.after(c.last, c.millis())
}

// Receive gives the timestamp of having received a message; an error where its clock is broken.
func (c *Clock) Receive(sent Timestamp) (Timestamp, error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	now := c.millis()
	if ahead := sent.Millis - now; ahead > c.aheadMillisMax {
<#if it.kept("refuse broken clocks")>
		return Timestamp{}, fmt.Errorf("hybridclock: a timestamp is %d ms ahead", ahead)
<#else>
		fmt.Printf("hybridclock: a timestamp is %d ms ahead\n", ahead)
</#if>
	}
	heard := c.last
<#if it.kept("follow what was heard")>
	if heard.Before(sent) {
		heard = sent
	}
</#if>
	return c.after(heard, now), nil
}

func (c *Clock) after(heard Timestamp, now int64) Timestamp {
	c.last = Timestamp{now, 0}
<#if it.kept("never go back")>
	if now <= heard.Millis {
		c.last = Timestamp{heard.Millis, heard.Counter + 1}
	}
</#if>
	return c.last
}
