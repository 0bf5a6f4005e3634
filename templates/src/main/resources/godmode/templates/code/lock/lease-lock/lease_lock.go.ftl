// Package leaselock is a lock that ends by itself when its holder does not renew it. It lets one
// holder work at a time as long as nobody is paused. A holder that is paused beyond its lease does
// not know it: send the token along with every write, and let the resource refuse tokens that are
// older than one it has seen (Kleppmann, How to do distributed locking, 2016).
//
// The lock is kept in a Store that changes what has not changed since it was read: a row of a
// database (UPDATE … WHERE name = ? AND token = ? AND expires = ?), a transaction of etcd that
// compares the revision, or Memory within one process. Clocks of its users have to agree to far
// less than a lease.
package leaselock

import (
	"sync"
	"time"
)

// Lease is the token of the last holder, and when its lease ends.
type Lease struct {
	Token   int64
	Expires time.Time
}

// Store keeps leases by the name of their lock, and loses none over a restart.
type Store interface {
	// Load gives the last lease, or the zero Lease where there was none.
	Load(name string) (Lease, error)
	// Swap puts a lease in the place of the one that was loaded; false, and no change, where
	// another has taken that place since. With an error nobody knows, and nobody holds the lock.
	Swap(name string, loaded, next Lease) (bool, error)
}

// Lock is one lock, by name, as one of its users sees it.
type Lock struct {
	store Store
	name  string
	lease time.Duration
	now   func() time.Time
}

// New makes a lock whose holders have it for so long after they last renewed it.
func New(store Store, name string, lease time.Duration) *Lock {
	return newLock(store, name, lease, time.Now)
}

func newLock(store Store, name string, lease time.Duration, now func() time.Time) *Lock {
	return &Lock{store, name, lease, now}
}

// Acquire gives the token of the new holder, higher than all before; false while another holds it.
func (l *Lock) Acquire() (int64, bool, error) {
	last, err := l.store.Load(l.name)
	if err != nil {
		return 0, false, err
	}
	now := l.now()
<#if it.kept("wait for the end of the lease")>
	if last.Expires.After(now) {
		return 0, false, nil
	}
</#if>
<#if it.kept("a higher token each time")>
	token := last.Token + 1
<#else>
	token := last.Token
</#if>
<#if it.kept("end without renewal")>
	next := Lease{token, now.Add(l.lease)}
<#else>
	next := Lease{token, now.AddDate(1000, 0, 0)}
</#if>
	isMine, err := l.store.Swap(l.name, last, next)
	if err != nil || !isMine {
		return 0, false, err
	}
	return token, true, nil
}

// Renew prolongs the lease; false where somebody else has had the lock since: stop at once.
func (l *Lock) Renew(token int64) (bool, error) {
	return l.change(token, Lease{token, l.now().Add(l.lease)})
}

// Release ends the lease; it does nothing where somebody else has had the lock since.
func (l *Lock) Release(token int64) error {
<#if it.kept("count on when it is free")>
	_, err := l.change(token, Lease{Token: token})
<#else>
	_, err := l.change(token, Lease{})
</#if>
	return err
}

func (l *Lock) change(token int64, next Lease) (bool, error) {
	last, err := l.store.Load(l.name)
<#if it.kept("touch nothing of the next holder")>
	if err != nil || last.Token != token {
		return false, err
	}
<#else>
	if err != nil || last.Token < token {
		return false, err
	}
</#if>
	isMine, err := l.store.Swap(l.name, last, next)
	return isMine && err == nil, err
}

// Memory is a store for goroutines of one process, and for tests.
type Memory struct {
	mutex  sync.Mutex
	leases map[string]Lease
}

// Load gives the last lease.
func (m *Memory) Load(name string) (Lease, error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return m.leases[name], nil
}

// Swap puts a lease in the place of the one that was loaded.
func (m *Memory) Swap(name string, loaded, next Lease) (bool, error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	last := m.leases[name]
<#if it.kept("change only what was read")>
	if last.Token != loaded.Token || !last.Expires.Equal(loaded.Expires) {
		return false, nil
	}
<#else>
	if last.Token < loaded.Token {
		return false, nil
	}
</#if>
	if m.leases == nil {
		m.leases = map[string]Lease{}
	}
	m.leases[name] = next
	return true, nil
}
