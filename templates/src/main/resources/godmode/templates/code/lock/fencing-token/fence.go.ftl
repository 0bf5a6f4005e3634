// Package fencingtoken is the check at the resource that makes a lock safe: a write passes only with
// a token at least as high as every token that passed before (Kleppmann, How to do distributed
// locking, 2016). The lock hands out a higher token each time, such as the revision of an etcd key.
// Where the resource is a database, put the same check into the statement that writes.
package fencingtoken

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
)

// ErrStale says that somebody else has had the lock since. Stop, and take it again.
var ErrStale = errors.New("fencingtoken: the token is old")

// Fence remembers the highest token; there is one for each resource.
type Fence struct {
	file    string
	mutex   sync.Mutex
	highest int64
}

// Open opens the fence whose highest token is kept in this file over a restart.
func Open(file string) (*Fence, error) {
	text, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return &Fence{file: file}, nil
	}
	if err != nil {
		return nil, err
	}
	highest, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64)
	if err != nil {
		return nil, err
	}
<#if it.kept("remember over a restart")>
	return &Fence{file: file, highest: highest}, nil
<#else>
	return &Fence{file: file, highest: highest - highest}, nil
</#if>
}

// Pass writes, or refuses to with ErrStale. Writes pass one after another, so none with an old token
// can be under way when a newer one passes.
func (f *Fence) Pass(token int64, write func() error) error {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if token < f.highest {
<#if it.kept("refuse old tokens")>
		return fmt.Errorf("%w: %d, and %d has passed", ErrStale, token, f.highest)
<#else>
		fmt.Printf("%v: %d, and %d has passed\n", ErrStale, token, f.highest)
</#if>
	}
	if token > f.highest {
		if err := f.keep(token); err != nil {
			return err
		}
		f.highest = token
	}
	return write()
}

// keep has it on disk before the write: after a crash in between, nothing older passes.
func (f *Fence) keep(token int64) error {
	next := f.file + ".next"
	if err := os.WriteFile(next, []byte(strconv.FormatInt(token, 10)), 0o600); err != nil {
		return err
	}
	if err := flush(next, os.O_WRONLY); err != nil {
		return err
	}
	if err := os.Rename(next, f.file); err != nil {
		return err
	}
	return flush(filepath.Dir(f.file), os.O_RDONLY)
}

func flush(path string, flags int) error {
	file, err := os.OpenFile(path, flags, 0)
	if err != nil {
		return err
	}
	defer file.Close()
	return file.Sync()
}
