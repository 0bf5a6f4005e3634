// Package gcounter is a counter that every replica increments without asking (G-Counter; Shapiro et
// al., 2011). Send copies in any order and as often as you like; merged copies count every
// increment once. A replica increments its own copy only, and keeps that copy over a restart.
package gcounter

import "fmt"

// Counter is what each replica counted; nil counts nothing. Its methods change no copy.
type Counter map[string]int

// Increment gives the copy of this replica after an increment by 1 or more.
func (c Counter) Increment(replica string, by int) (Counter, error) {
	if by < 1 {
		return nil, fmt.Errorf("gcounter: an increment by %d; 1 or more", by)
	}
	next := c.Merge(nil)
	next[replica] += by
	return next, nil
}

// Merge gives what has seen everything that one of the two has.
func (c Counter) Merge(other Counter) Counter {
	merged := Counter{}
	for replica, count := range c {
		merged[replica] = count
	}
	for replica, count := range other {
<#if it.kept("the highest of each replica")>
		if count > merged[replica] {
			merged[replica] = count
		}
<#else>
		merged[replica] += count
</#if>
	}
	return merged
}

// Value is the sum over all replicas.
func (c Counter) Value() (sum int) {
	for _, count := range c {
		sum += count
	}
	return sum
}
