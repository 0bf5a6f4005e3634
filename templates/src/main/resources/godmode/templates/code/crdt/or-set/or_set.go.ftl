// Package orset is a set that every replica adds to and removes from without asking (OR-Set;
// Bieniusa et al., 2012). A removal takes away the additions that its replica has seen; one that it
// has not seen stays. Removed elements leave nothing behind but a number for each replica. Send
// whole copies, in any order and as often as you like. A replica changes its own copy only, and
// keeps it over a restart.
package orset

// Addition is the number of an addition among those of its replica.
type Addition struct {
	Replica string
	Number  int
}

// Set is the element of each addition, and how many additions of each replica were seen. Its
// methods change no copy.
type Set[E comparable] struct {
	Additions map[Addition]E
	Seen      map[string]int
}

// Add gives the copy of this replica after it added an element.
func (s Set[E]) Add(replica string, element E) Set[E] {
	next := s.Remove(element)
	next.Seen[replica]++
	next.Additions[Addition{replica, next.Seen[replica]}] = element
	return next
}

// Remove gives the copy after an element was removed.
func (s Set[E]) Remove(element E) Set[E] {
	next := Set[E]{map[Addition]E{}, map[string]int{}}
	for at, held := range s.Additions {
		if held != element {
			next.Additions[at] = held
		}
	}
	for replica, number := range s.Seen {
		next.Seen[replica] = number
	}
	return next
}

// Contains says whether an element is in it.
func (s Set[E]) Contains(element E) bool {
	for _, held := range s.Additions {
		if held == element {
			return true
		}
	}
	return false
}

// Merge gives what has seen everything that one of the two has.
func (s Set[E]) Merge(other Set[E]) Set[E] {
	merged := Set[E]{map[Addition]E{}, map[string]int{}}
	merged.take(s, other)
	merged.take(other, s)
	return merged
}

// take takes what one copy holds: what the other has seen and does not hold was removed there.
func (s Set[E]) take(one, other Set[E]) {
	for at, element := range one.Additions {
<#if it.kept("remember what was removed")>
		_, isHeld := other.Additions[at]
		if isHeld || at.Number > other.Seen[at.Replica] {
			s.Additions[at] = element
		}
<#else>
		s.Additions[at] = element
</#if>
	}
	for replica, number := range one.Seen {
		if number > s.Seen[replica] {
			s.Seen[replica] = number
		}
	}
}
