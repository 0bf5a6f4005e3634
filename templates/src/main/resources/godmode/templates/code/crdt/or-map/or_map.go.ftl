// Package ormap is a map of values that merge, such as counters or sets, whose keys come and go on
// every replica (OR-Map). Concurrent updates of one key merge. A removal takes away the updates
// that its replica has seen; one that it has not seen brings the value back, as its writer saw it.
// Removed keys leave nothing behind but a number for each replica (Almeida et al., Delta state
// replicated data types, 2018).
//
// Send whole copies, in any order and as often as you like. A replica changes its own copy only,
// and keeps it over a restart. Do not count again under a key that was removed: a concurrent update
// of the old counter would hide it. Use a new key.
package ormap

// Merging is a value such as a Counter of a G-Counter. Merge takes values in any order, and the
// same one twice; it changes neither.
type Merging[V any] interface {
	Merge(other V) V
}

// Change is the number of an update among those of its replica.
type Change struct {
	Replica string
	Number  int
}

// Update is the value of a key as an update left it.
type Update[K comparable, V Merging[V]] struct {
	Key   K
	Value V
}

// Map is the updates that none has replaced, and how many of each replica were seen. Its methods
// change no copy.
type Map[K comparable, V Merging[V]] struct {
	Updates map[Change]Update[K, V]
	Seen    map[string]int
}

// Put gives the copy of this replica after it changed the value of a key, that of Values, to this.
func (m Map[K, V]) Put(replica string, key K, value V) Map[K, V] {
	next := m.Remove(key)
	next.Seen[replica]++
	next.Updates[Change{replica, next.Seen[replica]}] = Update[K, V]{key, value}
	return next
}

// Remove gives the copy after a key was removed.
func (m Map[K, V]) Remove(key K) Map[K, V] {
	next := Map[K, V]{map[Change]Update[K, V]{}, map[string]int{}}
	for change, update := range m.Updates {
		if update.Key != key {
			next.Updates[change] = update
		}
	}
	for replica, number := range m.Seen {
		next.Seen[replica] = number
	}
	return next
}

// Values gives every key with its value: that of its updates, merged.
func (m Map[K, V]) Values() map[K]V {
	values := map[K]V{}
	for _, update := range m.Updates {
		value := update.Value
<#if it.kept("merge concurrent updates")>
		if held, isHeld := values[update.Key]; isHeld {
			value = held.Merge(value)
		}
</#if>
		values[update.Key] = value
	}
	return values
}

// Merge gives what has seen everything that one of the two has.
func (m Map[K, V]) Merge(other Map[K, V]) Map[K, V] {
	merged := Map[K, V]{map[Change]Update[K, V]{}, map[string]int{}}
	merged.take(m, other)
	merged.take(other, m)
	return merged
}

// take takes what one copy holds: what the other has seen and does not hold was replaced or removed
// there.
func (m Map[K, V]) take(one, other Map[K, V]) {
	for change, update := range one.Updates {
		_, stays := other.Updates[change]
<#if it.kept("remember what was removed")>
<#if it.kept("keep what was not seen")>
		stays = stays || change.Number > other.Seen[change.Replica]
</#if>
<#else>
		stays = true
</#if>
		if stays {
			m.Updates[change] = update
		}
	}
	for replica, number := range one.Seen {
		if number > m.Seen[replica] {
			m.Seen[replica] = number
		}
	}
}
