// Package lwwregister is a value of which the write with the highest stamp stays on every replica
// (LWW-Register). Of concurrent writes one is lost without a word: use it only where any of them
// will do. A write is stamped above every write that its replica has seen, however late its clock
// is.
package lwwregister

// Register is the last write: its value, its time in milliseconds, and who wrote; no replica where
// nobody has. Its methods change no copy.
type Register[V any] struct {
	Value   V
	Time    int64
	Replica string
}

// Write gives the copy of this replica after a write, when its clock shows this time.
func (r Register[V]) Write(replica string, nowMillis int64, value V) Register[V] {
	time := nowMillis
<#if it.kept("stamp above what was seen")>
	if r.Replica != "" && time <= r.Time {
		time = r.Time + 1
	}
</#if>
	return r.Merge(Register[V]{value, time, replica})
}

// Merge gives what has seen everything that one of the two has.
func (r Register[V]) Merge(other Register[V]) Register[V] {
	if other.Replica == "" {
		return r
	}
<#if it.kept("break ties alike everywhere")>
	isLater := other.Time > r.Time || other.Time == r.Time && other.Replica > r.Replica
<#else>
	isLater := other.Time >= r.Time
</#if>
	if r.Replica == "" || isLater {
		return other
	}
	return r
}
