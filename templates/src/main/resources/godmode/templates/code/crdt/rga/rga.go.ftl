// Package rga is a sequence that every replica edits without asking, such as a text or a list of
// tasks (RGA; Roh et al., Replicated abstract data types, 2011). An element stands right of the one
// that its writer saw to its left; of several inserted at one place the latest stands first. A
// removed element leaves a tombstone, next to which others may be inserting, until Collect.
//
// Send whole copies, in any order and as often as you like. A replica changes its own copy only,
// one change after another, and keeps that copy over a restart. Every change copies the sequence:
// for texts of many pages keep it in a balanced tree.
package rga

import (
	"fmt"
	"sort"
)

// Insertion is what every element was inserted as, and keeps for good: a time in no unit, and by
// whom. The zero Insertion is the start of the sequence.
type Insertion struct {
	Time    int64
	Replica string
}

func (i Insertion) before(other Insertion) bool {
<#if it.kept("tell insertions of one time apart")>
	return i.Time < other.Time || i.Time == other.Time && i.Replica < other.Replica
<#else>
	return i.Time < other.Time
</#if>
}

// Row is an element, what its writer saw to its left, and whether it was removed since.
type Row[E any] struct {
	After     Insertion
	Element   E
	IsRemoved bool
}

// Array is what was inserted, and the time of the last insertion of each replica that was heard of.
// Its methods change no copy.
type Array[E any] struct {
	Rows map[Insertion]Row[E]
	Seen map[string]int64
}

// Insert gives the copy of this replica after it inserted; the first of these stands at the index.
func (a Array[E]) Insert(replica string, index int, elements ...E) (Array[E], error) {
	left := a.visible()
	if index < 0 || index > len(left) {
		return a, fmt.Errorf("rga: an insertion at %d of %d elements", index, len(left))
	}
	after := Insertion{}
	if index > 0 {
		after = left[index-1]
	}
	next := a.Merge(Array[E]{})
	time := a.Seen[replica]
<#if it.kept("stamp above what was seen")>
	for _, seen := range a.Seen {
		if seen > time {
			time = seen
		}
	}
</#if>
	for _, element := range elements {
		time++
		next.Rows[Insertion{time, replica}] = Row[E]{After: after, Element: element}
		next.Seen[replica] = time
		after = Insertion{time, replica}
	}
	return next, nil
}

// Remove gives the copy after so many elements were removed, from the index on.
func (a Array[E]) Remove(index, count int) (Array[E], error) {
	left := a.visible()
	if index < 0 || count < 0 || index > len(left)-count {
		return a, fmt.Errorf("rga: a removal of %d from %d on, of %d", count, index, len(left))
	}
	next := a.Merge(Array[E]{})
	for _, at := range left[index : index+count] {
<#if it.kept("leave a tombstone")>
		next.Rows[at] = Row[E]{After: a.Rows[at].After, IsRemoved: true}
<#else>
		delete(next.Rows, at)
</#if>
	}
	return next, nil
}

// Elements gives what is in it, from left to right.
func (a Array[E]) Elements() []E {
	var elements []E
	for _, at := range a.visible() {
		elements = append(elements, a.Rows[at].Element)
	}
	return elements
}

func (a Array[E]) visible() []Insertion {
	followers := map[Insertion][]Insertion{}
	for _, at := range a.byTime() {
		after := a.Rows[at].After
		followers[after] = append(followers[after], at)
	}
	var found []Insertion
	waiting := []Insertion{{}}
	for len(waiting) > 0 {
		at := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		if row, isHere := a.Rows[at]; isHere && !row.IsRemoved {
			found = append(found, at)
		}
<#if it.kept("the latest stands first")>
		waiting = append(waiting, followers[at]...) // the last one is taken first
<#else>
		for i := len(followers[at]) - 1; i >= 0; i-- {
			waiting = append(waiting, followers[at][i])
		}
</#if>
	}
	return found
}

func (a Array[E]) byTime() []Insertion {
	order := make([]Insertion, 0, len(a.Rows))
	for at := range a.Rows {
		order = append(order, at)
	}
	sort.Slice(order, func(i, j int) bool { return order[i].before(order[j]) })
	return order
}

// Merge gives what has seen everything that one of the two has.
func (a Array[E]) Merge(other Array[E]) Array[E] {
	merged := Array[E]{map[Insertion]Row[E]{}, map[string]int64{}}
	merged.take(a, other)
	merged.take(other, a)
	return merged
}

// take takes what one copy holds: what the other has heard of and does not hold was collected
// there.
func (a Array[E]) take(one, other Array[E]) {
	for at, row := range one.Rows {
		theirs, isHeld := other.Rows[at]
<#if it.kept("remember what was removed")>
		if isHeld && theirs.IsRemoved {
<#else>
		if isHeld && !theirs.IsRemoved {
</#if>
			row = theirs
		}
		if isHeld || !other.hasHeardOf(at) {
			a.Rows[at] = row
		}
	}
	for replica, time := range one.Seen {
		if time > a.Seen[replica] {
			a.Seen[replica] = time
		}
	}
}

// Collect gives the copy without the tombstones that every replica has and nothing stands behind:
// no replica can insert next to them any more. It takes the last copy of every replica there is;
// with one missing, what that one inserts next to a dropped tombstone is never shown.
func (a Array[E]) Collect(copies ...Array[E]) Array[E] {
	merged := a.Merge(Array[E]{})
	for _, copied := range copies {
		merged = merged.Merge(copied)
	}
	needed := map[Insertion]bool{}
	order := merged.byTime()
	for i := len(order) - 1; i >= 0; i-- { // followers come later in time
		at := order[i]
		isGone := merged.Rows[at].IsRemoved
<#if it.kept("collect what all have removed")>
		for _, copied := range copies {
			isGone = isGone && copied.hasRemoved(at)
		}
</#if>
		if isGone && !needed[at] {
			delete(merged.Rows, at)
		} else {
			needed[merged.Rows[at].After] = true
		}
	}
	return merged
}

func (a Array[E]) hasHeardOf(at Insertion) bool {
	return at.Time <= a.Seen[at.Replica]
}

func (a Array[E]) hasRemoved(at Insertion) bool {
	row, isHere := a.Rows[at]
	return isHere && row.IsRemoved || !isHere && a.hasHeardOf(at)
}
