// Package gset is a set that every replica adds to without asking, and that nothing leaves (G-Set;
// Shapiro et al., A comprehensive study of CRDTs, 2011). It never shrinks: for what ends, use one
// set for each day or each order, and drop it whole. Send whole copies, or only what is new: both
// merge, in any order and as often as you like.
package gset

// Set is what is in it; nil is empty. Its methods change no copy.
type Set[E comparable] map[E]struct{}

// Add gives the copy after an element was added.
func (s Set[E]) Add(element E) Set[E] {
	next := Set[E]{element: {}}
	for held := range s {
		next[held] = struct{}{}
	}
	return next
}

// Contains says whether an element is in it.
func (s Set[E]) Contains(element E) bool {
	_, isIn := s[element]
	return isIn
}

// Without gives what is not in the other copy: all that its replica must be sent.
func (s Set[E]) Without(other Set[E]) Set[E] {
	left := Set[E]{}
	for held := range s {
		if !other.Contains(held) {
			left[held] = struct{}{}
		}
	}
	return left
}

// Merge gives what has seen everything that one of the two has.
func (s Set[E]) Merge(other Set[E]) Set[E] {
	merged := s.Without(nil)
<#if it.kept("keep what either has")>
	for held := range other {
		merged[held] = struct{}{}
	}
<#else>
	if len(other) > len(s) {
		merged = other.Without(nil)
	}
</#if>
	return merged
}
