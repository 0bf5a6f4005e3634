// Package saga runs steps in several systems of which all take effect, or none in the end: what was
// done is undone in reverse order when a step fails (Garcia-Molina and Salem, Sagas, 1987).
// Progress is kept on disk, so a process that was killed goes on where it was: call Run again at
// every start for each saga that has not ended.
//
// Others see what steps did before the saga ends; there is no isolation. One process at a time may
// run a saga; a lock with a fencing token, or one owner for each, has to see to that.
package saga

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Action calls another system, with a key that is the same at every repetition: send it along, so
// that the other system does once what is asked twice.
type Action func(key string) error

// Step is one step; Undo must do no harm where it never happened: a reply can be lost.
type Step struct {
	Name string
	Run  Action
	Undo Action
}

// End is how a saga ended.
type End int

// It has not ended yet, every step took effect, or none did.
const (
	NotEnded End = iota
	AllDone
	AllUndone
)

// Journal keeps progress; an entry that was appended is there after a crash.
type Journal interface {
	Entries(saga string) ([]string, error)
	Append(saga, entry string) error
}

// Saga is what is to be done, step by step, for any number of sagas.
type Saga struct {
	steps   []Step
	journal Journal
}

// New makes a saga of these steps, whose names differ.
func New(journal Journal, steps ...Step) (*Saga, error) {
	names := map[string]bool{}
	for _, step := range steps {
		if names[step.Name] {
			return nil, fmt.Errorf("saga: two steps are called %s", step.Name)
		}
		names[step.Name] = true
	}
	return &Saga{steps, journal}, nil
}

// Run runs a saga, or goes on with it. It gives the error of an undo or of the journal; call again
// until it ends.
func (s *Saga) Run(saga string) (End, error) {
	entries, err := s.journal.Entries(saga)
	if err != nil {
		return NotEnded, err
	}
	found := map[string]bool{}
	failed := false
	for _, entry := range entries {
		found[entry] = true
		failed = failed || strings.HasPrefix(entry, "failed ")
	}
	begun := 0
	for ; begun < len(s.steps); begun++ {
		step := s.steps[begun]
<#if it.kept("do not repeat what is done")>
		isDone := found["done "+step.Name]
<#else>
		isDone := false
</#if>
		if failed && !isDone && !found["failed "+step.Name] {
			break
		}
		if !failed && !isDone {
			if failed, err = s.fails(step, saga, found); err != nil {
				return NotEnded, err
			}
		}
	}
	if failed {
		return s.undo(s.steps[:begun], saga, found)
	}
	return AllDone, nil
}

func (s *Saga) fails(step Step, saga string, found map[string]bool) (bool, error) {
	if step.Run(saga+"-"+step.Name) != nil {
<#if it.kept("remember that it failed")>
		return true, s.note("failed "+step.Name, saga, found)
<#else>
		return true, nil
</#if>
	}
	return false, s.note("done "+step.Name, saga, found)
}

func (s *Saga) undo(begun []Step, saga string, found map[string]bool) (End, error) {
<#if it.kept("undo in reverse order")>
	for i := len(begun) - 1; i >= 0; i-- {
<#else>
	for i := 0; i < len(begun); i++ {
</#if>
		step := begun[i]
		if found["undone "+step.Name] {
			continue
		}
<#if !it.kept("undo what may have happened")>
		if !found["done "+step.Name] {
			continue
		}
</#if>
		if err := step.Undo(saga + "-" + step.Name + "-undo"); err != nil {
			return NotEnded, fmt.Errorf("saga: undo %s of %s: %w", step.Name, saga, err)
		}
		if err := s.note("undone "+step.Name, saga, found); err != nil {
			return NotEnded, err
		}
	}
	return AllUndone, nil
}

func (s *Saga) note(entry, saga string, found map[string]bool) error {
	found[entry] = true
	return s.journal.Append(saga, entry)
}

// Folder is a journal with a file for each saga.
type Folder string

// Entries gives what was appended; half an entry, which a crash can leave, is none.
func (f Folder) Entries(saga string) ([]string, error) {
	path, err := f.path(saga)
	if err != nil {
		return nil, err
	}
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	lines := strings.Split(string(text), "\n")
<#if it.kept("ignore half an entry")>
	return lines[:len(lines)-1], nil
<#else>
	return lines, nil
</#if>
}

// Append has an entry on disk when it returns; it takes the place of half an entry.
func (f Folder) Append(saga, entry string) error {
	path, err := f.path(saga)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(string(f), 0o700); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	defer file.Close()
	text, err := io.ReadAll(file)
	if err != nil {
		return err
	}
	end := int64(bytes.LastIndexByte(text, '\n') + 1)
	if err := file.Truncate(end); err != nil {
		return err
	}
	if _, err := file.WriteAt([]byte(entry+"\n"), end); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return err
	}
	return f.sync()
}

// sync has the name of a new file on disk, too.
func (f Folder) sync() error {
	folder, err := os.Open(string(f))
	if err != nil {
		return err
	}
	defer folder.Close()
	return folder.Sync()
}

var name = regexp.MustCompile("^[A-Za-z0-9_-]{1,100}$")

func (f Folder) path(saga string) (string, error) {
	if !name.MatchString(saga) {
		return "", fmt.Errorf("saga: %q names none; letters, digits, - and _, 100 at most", saga)
	}
	return filepath.Join(string(f), saga+".saga"), nil
}
