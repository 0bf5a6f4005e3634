// Package vectorclock tells of any two events whether one can have caused the other, or whether
// they are concurrent (Fidge, 1988; Mattern, 1989). Tick at every event and before sending; send the
// clock along; merge what arrives with Receive.
package vectorclock

// Order is how one moment stands to another.
type Order int

// The moments are the same, one comes before the other, or nobody knows.
const (
	Equal Order = iota
	Before
	After
	Concurrent
)

// Clock is how many events of each process are known. Its methods change no copy.
type Clock map[string]int

// Tick gives the clock after an event of this process.
func (c Clock) Tick(process string) Clock {
	next := Clock{}
	for other, count := range c {
		next[other] = count
	}
	next[process]++
	return next
}

// Receive gives the clock after this process received a message.
func (c Clock) Receive(process string, sent Clock) Clock {
	next := c.Tick(process)
<#if it.kept("know what the sender knew")>
	for other, count := range sent {
		if count > next[other] {
			next[other] = count
		}
	}
</#if>
	return next
}

// Compare says how the moment of this clock stands to that of the other.
func (c Clock) Compare(other Clock) Order {
	ahead, behind := c.exceeds(other), other.exceeds(c)
	switch {
<#if it.kept("say when nobody knows")>
	case ahead && behind:
		return Concurrent
</#if>
	case ahead:
		return After
	case behind:
		return Before
	default:
		return Equal
	}
}

func (c Clock) exceeds(other Clock) bool {
	for process, count := range c {
		if count > other[process] {
			return true
		}
	}
	return false
}
