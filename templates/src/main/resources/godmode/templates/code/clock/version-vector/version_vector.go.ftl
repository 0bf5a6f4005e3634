// Package versionvector is one key of a store whose clients read, think, and write back (dotted
// version vectors; Preguica et al., 2010). A read hands out a context; a write brings it along and
// replaces what the client had read. What it had not read stays beside it: two clients that wrote
// at the same time both find their value, and the next reader decides.
//
// Servers exchange whole copies, in any order and as often as they like. A server changes its own
// copy only, one write after another, and keeps that copy over a restart.
package versionvector

import "sort"

// Version is the number of a write among those at its server.
type Version struct {
	Server string
	Number int
}

// Context is how many writes at each server were heard of.
type Context map[string]int

func (c Context) has(version Version) bool {
	return version.Number <= c[version.Server]
}

// Value is the value of each write that none has replaced, and what was heard of. The context goes
// to the client with the values, and comes back with its write. Its methods change no copy.
type Value[V any] struct {
	Versions map[Version]V
	Context  Context
}

// Values gives what a client reads; more than one where writes were concurrent.
func (v Value[V]) Values() []V {
	order := make([]Version, 0, len(v.Versions))
	for version := range v.Versions {
		order = append(order, version)
	}
	sort.Slice(order, func(i, j int) bool {
		one, other := order[i], order[j]
		return one.Server < other.Server || one.Server == other.Server && one.Number < other.Number
	})
	values := make([]V, 0, len(order))
	for _, version := range order {
		values = append(values, v.Versions[version])
	}
	return values
}

// Write gives the copy of this server after a write by a client that had read this context; nil for
// one that had read nothing.
func (v Value[V]) Write(server string, read Context, value V) Value[V] {
	next := Value[V]{map[Version]V{}, Context{}}
<#if it.kept("keep what the writer had not read")>
	for version, held := range v.Versions {
<#if it.kept("replace what the writer had read")>
		if !read.has(version) {
			next.Versions[version] = held
		}
<#else>
		next.Versions[version] = held
</#if>
	}
</#if>
	next.hear(v.Context)
	next.hear(read)
	written := Version{server, v.Context[server] + 1}
	next.Versions[written] = value
	next.hear(Context{server: written.Number})
	return next
}

// Merge gives what has seen everything that one of the two has.
func (v Value[V]) Merge(other Value[V]) Value[V] {
	merged := Value[V]{map[Version]V{}, Context{}}
	merged.take(v, other)
	merged.take(other, v)
	return merged
}

// take takes what one copy holds: what the other has heard of and does not hold was replaced there.
func (v Value[V]) take(one, other Value[V]) {
	for version, value := range one.Versions {
<#if it.kept("know what was replaced")>
		_, isHeld := other.Versions[version]
		if isHeld || !other.Context.has(version) {
			v.Versions[version] = value
		}
<#else>
		v.Versions[version] = value
</#if>
	}
	v.hear(one.Context)
}

func (v Value[V]) hear(context Context) {
	for server, number := range context {
		if number > v.Context[server] {
			v.Context[server] = number
		}
	}
}
