// Package mvregister is a value that loses no concurrent write (MV-Register; Shapiro et al., 2011).
// After a partition it may have several values; whoever reads them decides, and writes what is to
// stay. Send whole copies, in any order and as often as you like. A replica changes its own copy
// only, one write after another, and keeps that copy over a restart.
package mvregister

// Write is the number of a write among those of its replica.
type Write struct {
	Replica string
	Number  int
}

// Register is the value of each write that no other has replaced, and how many writes of each
// replica this copy has heard of. Its methods change no copy.
type Register[V any] struct {
	Writes map[Write]V
	Seen   map[string]int
}

// Write gives the copy of this replica after a write, which replaces every value that it shows.
func (r Register[V]) Write(replica string, value V) Register[V] {
	next := r.Merge(Register[V]{})
<#if it.kept("replace what was seen")>
	next.Writes = map[Write]V{}
</#if>
	next.Seen[replica]++
	next.Writes[Write{replica, next.Seen[replica]}] = value
	return next
}

// Merge gives what has seen everything that one of the two has.
func (r Register[V]) Merge(other Register[V]) Register[V] {
	merged := Register[V]{map[Write]V{}, map[string]int{}}
	merged.take(r, other)
	merged.take(other, r)
	return merged
}

// take takes what one copy holds: what the other has heard of and does not hold was replaced there.
func (r Register[V]) take(one, other Register[V]) {
	for write, value := range one.Writes {
<#if it.kept("remember what was replaced")>
		_, isHeld := other.Writes[write]
		stays := isHeld || write.Number > other.Seen[write.Replica]
<#else>
		stays := true
</#if>
<#if !it.kept("keep concurrent writes")>
		for held := range r.Writes {
			stays = stays && held.Replica >= write.Replica
			if stays {
				delete(r.Writes, held)
			}
		}
</#if>
		if stays {
			r.Writes[write] = value
		}
	}
	for replica, number := range one.Seen {
		if number > r.Seen[replica] {
			r.Seen[replica] = number
		}
	}
}
