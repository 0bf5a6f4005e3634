// Package twophaseset is a set that an element enters once and leaves once (2P-Set; Shapiro et al.,
// A comprehensive study of CRDTs, 2011). What was removed anywhere is gone everywhere, and cannot
// come back. For what has an identity of its own and ends for good: sessions, orders, revoked keys.
// Removed elements are kept as tombstones; where elements come back, or are many, an OR-Set is the
// better choice. Send whole copies, in any order and as often as you like.
package twophaseset

// Set is every element that was ever added, and whether it was removed since; nil is empty. Its
// methods change no copy.
type Set[E comparable] map[E]bool

// Contains says whether an element is in it.
func (s Set[E]) Contains(element E) bool {
	isRemoved, isAdded := s[element]
	return isAdded && !isRemoved
}

// Add gives the copy after an element was added; without effect if it was removed before.
func (s Set[E]) Add(element E) Set[E] {
	next := s.Merge(nil)
	next[element] = s[element]
	return next
}

// Remove gives the copy after an element was removed for good; the same where it is not in it.
func (s Set[E]) Remove(element E) Set[E] {
	next := s.Merge(nil)
<#if it.kept("remove only what was seen")>
	if !s.Contains(element) {
		return next
	}
</#if>
<#if it.kept("remember what was removed")>
	next[element] = true
<#else>
	delete(next, element)
</#if>
	return next
}

// Merge gives what has seen everything that one of the two has.
func (s Set[E]) Merge(other Set[E]) Set[E] {
	merged := Set[E]{}
	for element, isRemoved := range s {
		merged[element] = isRemoved
	}
<#if it.kept("keep what either has")>
	for element, isRemoved := range other {
		merged[element] = merged[element] || isRemoved
	}
<#else>
	if len(other) > len(s) {
		return other.Merge(nil)
	}
</#if>
	return merged
}
