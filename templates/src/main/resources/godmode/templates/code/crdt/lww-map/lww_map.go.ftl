// Package lwwmap is a map of which the write with the highest stamp stays for each key, on every
// replica (LWW-Map). Of concurrent writes of one key one is lost without a word. A removal takes
// away the writes that its replica has seen; one that it has not seen stays. Removed keys leave
// nothing behind but a number for each replica (Bieniusa et al., An optimized conflict-free
// replicated set, 2012). Send whole copies, in any order and as often as you like. A replica
// changes its own copy only, and keeps it over a restart.
package lwwmap

// Write is the number of a write among those of its replica.
type Write struct {
	Replica string
	Number  int
}

// Written is what a write wrote; the time is in milliseconds of whoever wrote, or later.
type Written[K comparable, V any] struct {
	Key   K
	Value V
	Time  int64
}

// Map is the writes that none has replaced, and how many of each replica were seen. Its methods
// change no copy.
type Map[K comparable, V any] struct {
	Writes map[Write]Written[K, V]
	Seen   map[string]int
}

// Put gives the copy of this replica after a write, when its clock shows this time.
func (m Map[K, V]) Put(replica string, nowMillis int64, key K, value V) Map[K, V] {
	time := nowMillis
<#if it.kept("stamp above what was seen")>
	for _, written := range m.Writes {
		if written.Key == key && written.Time >= time {
			time = written.Time + 1
		}
	}
</#if>
	next := m.Remove(key)
	next.Seen[replica]++
	next.Writes[Write{replica, next.Seen[replica]}] = Written[K, V]{key, value, time}
	return next
}

// Remove gives the copy after a key was removed.
func (m Map[K, V]) Remove(key K) Map[K, V] {
	next := m.Merge(Map[K, V]{})
	for write, written := range m.Writes {
		if written.Key == key {
			delete(next.Writes, write)
		}
	}
	return next
}

// Values gives every key with what was written last under it.
func (m Map[K, V]) Values() map[K]V {
	last := map[K]Write{}
	for write, written := range m.Writes {
		held, isHeld := last[written.Key]
		if !isHeld || m.isLater(write, held) {
			last[written.Key] = write
		}
	}
	values := map[K]V{}
	for key, write := range last {
		values[key] = m.Writes[write].Value
	}
	return values
}

func (m Map[K, V]) isLater(one, other Write) bool {
	time, otherTime := m.Writes[one].Time, m.Writes[other].Time
<#if it.kept("break ties alike everywhere")>
	if time == otherTime {
		return one.Replica > other.Replica || one.Replica == other.Replica && one.Number > other.Number
	}
</#if>
	return time > otherTime
}

// Merge gives what has seen everything that one of the two has.
func (m Map[K, V]) Merge(other Map[K, V]) Map[K, V] {
	merged := Map[K, V]{map[Write]Written[K, V]{}, map[string]int{}}
	merged.take(m, other)
	merged.take(other, m)
	return merged
}

// take takes what one copy holds: what the other has seen and does not hold was replaced or removed
// there.
func (m Map[K, V]) take(one, other Map[K, V]) {
	for write, written := range one.Writes {
<#if it.kept("remember what was removed")>
		_, isHeld := other.Writes[write]
		if isHeld || write.Number > other.Seen[write.Replica] {
			m.Writes[write] = written
		}
<#else>
		m.Writes[write] = written
</#if>
	}
	for replica, number := range one.Seen {
		if number > m.Seen[replica] {
			m.Seen[replica] = number
		}
	}
}
