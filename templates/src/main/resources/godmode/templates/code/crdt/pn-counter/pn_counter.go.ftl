// Package pncounter is a counter that every replica raises and lowers without asking (PN-Counter;
// Shapiro et al., 2011). Send copies in any order and as often as you like. It may go below zero:
// where it must not, ask first, or give each replica a share that it may spend.
package pncounter

// Counter is what each replica added, and what it took away. Its methods change no copy.
type Counter struct {
	Added map[string]int
	Taken map[string]int
}

// Add gives the copy of this replica after it added, or took away where by is negative.
func (c Counter) Add(replica string, by int) Counter {
	next := c.Merge(Counter{})
<#if it.kept("count what is taken apart")>
	if by < 0 {
		next.Taken[replica] -= by
		return next
	}
</#if>
	next.Added[replica] += by
	return next
}

// Merge gives what has seen everything that one of the two has.
func (c Counter) Merge(other Counter) Counter {
	return Counter{highest(c.Added, other.Added), highest(c.Taken, other.Taken)}
}

// Value is what was added, less what was taken away.
func (c Counter) Value() int { return sum(c.Added) - sum(c.Taken) }

func highest(one, other map[string]int) map[string]int {
	merged := map[string]int{}
	for replica, count := range one {
		merged[replica] = count
	}
	for replica, count := range other {
<#if it.kept("the highest of each replica")>
		if known, isKnown := merged[replica]; !isKnown || count > known {
			merged[replica] = count
		}
<#else>
		merged[replica] += count
</#if>
	}
	return merged
}

func sum(counts map[string]int) (sum int) {
	for _, count := range counts {
		sum += count
	}
	return sum
}
