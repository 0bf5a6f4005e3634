package raft

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
)

// Disk is the bytes of one file. What was written is safe from a loss of power once it was synced.
type Disk interface {
	Read() ([]byte, error)
	Append(data []byte) error
	Sync() error
	Truncate(size int) error
	// Replace puts all of it in place at once: after a crash the old bytes are there or the new.
	Replace(data []byte) error
}

// Journal keeps records on a disk, in blocks: length, checksum of the length, checksum of the
// bytes, bytes. A block that a crash cut short was never acknowledged, and is dropped. A damaged
// block with a whole one behind it was acknowledged once: loading fails rather than forgets it
// (Alagappan et al., Protocol-Aware Recovery for Consensus-Based Storage, FAST 2018).
type Journal struct{ Disk Disk }

const headerBytes = 12

// Load gives what all saved records have made of the state of a new server.
func (j Journal) Load() (*State, error) {
	data, err := j.Disk.Read()
	if err != nil {
		return nil, err
	}
	state, at := NewState(), 0
	for block := whole(data, at); block != nil; block = whole(data, at) {
		if err := apply(block, state); err != nil {
			return nil, err
		}
		at += headerBytes + len(block)
	}
	if at == len(data) {
		return state, nil
	}
<#if it.kept("refuse a damaged journal")>
	for later := at + 1; later < len(data); later++ {
		if whole(data, later) != nil {
			return nil, fmt.Errorf("raft: journal damaged at byte %d, whole at %d", at, later)
		}
	}
</#if>
<#if it.kept("cut off what a crash left")>
	return state, j.Disk.Truncate(at)
<#else>
	return state, nil
</#if>
}

// Save saves records, all or none; they are on disk when it returns. A snapshot makes the journal
// short again.
func (j Journal) Save(records []Record) error {
	if len(records) == 0 {
		return nil
	}
	for _, record := range records {
		if _, isSnapshot := record.(Snapshot); isSnapshot {
			state, err := j.Load()
			if err != nil {
				return err
			}
			for _, each := range records {
				state.Apply(each)
			}
			return j.Disk.Replace(framed(state.Records()))
		}
	}
<#if it.kept("flush before answering")>
	if err := j.Disk.Append(framed(records)); err != nil {
		return err
	}
	return j.Disk.Sync()
<#else>
	return j.Disk.Append(framed(records))
</#if>
}

const (
	ofBallot = iota + 1
	ofEntry
	ofSnapshot
)

func framed(records []Record) []byte {
	frame := make([]byte, headerBytes)
	for _, record := range records {
		switch r := record.(type) {
		case Ballot:
			frame = put(frame, ofBallot, r.Term, int64(r.VotedFor), nil)
		case Entry:
			frame = put(frame, ofEntry, r.Index, r.Term, r.Command)
		case Snapshot:
			frame = put(frame, ofSnapshot, r.Index, r.Term, r.State)
		}
	}
	block := frame[headerBytes:]
	binary.BigEndian.PutUint32(frame, uint32(len(block)))
	binary.BigEndian.PutUint32(frame[4:], crc32.ChecksumIEEE(frame[:4]))
	binary.BigEndian.PutUint32(frame[8:], crc32.ChecksumIEEE(block))
	return frame
}

func put(frame []byte, kind byte, first, second int64, data []byte) []byte {
	frame = append(frame, kind)
	frame = binary.BigEndian.AppendUint64(frame, uint64(first))
	frame = binary.BigEndian.AppendUint64(frame, uint64(second))
	frame = binary.BigEndian.AppendUint32(frame, uint32(len(data)))
	return append(frame, data...)
}

const recordBytes = 1 + 8 + 8 + 4

func apply(block []byte, state *State) error {
	for len(block) > 0 {
		if len(block) < recordBytes {
			return fmt.Errorf("raft: half a record of %d bytes", len(block))
		}
		first := int64(binary.BigEndian.Uint64(block[1:]))
		second := int64(binary.BigEndian.Uint64(block[9:]))
		length := int(binary.BigEndian.Uint32(block[17:]))
		if length > len(block)-recordBytes {
			return fmt.Errorf("raft: half a record, which lacks some of %d bytes", length)
		}
		data := append([]byte(nil), block[recordBytes:recordBytes+length]...)
		switch block[0] {
		case ofBallot:
			state.Apply(Ballot{first, int(second)})
		case ofEntry:
			state.Apply(Entry{first, second, data})
		case ofSnapshot:
			state.Apply(Snapshot{first, second, data})
		default:
			return fmt.Errorf("raft: no record is of kind %d", block[0])
		}
		block = block[recordBytes+length:]
	}
	return nil
}

// whole gives the block that begins there, or nil if there is none.
func whole(data []byte, at int) []byte {
	if len(data)-at < headerBytes {
		return nil
	}
	header, rest := data[at:at+headerBytes], data[at+headerBytes:]
	length := int(binary.BigEndian.Uint32(header))
	if length == 0 || length > len(rest) {
		return nil
	}
<#if it.kept("check what was written")>
	sound := crc32.ChecksumIEEE(header[:4]) == binary.BigEndian.Uint32(header[4:]) &&
		crc32.ChecksumIEEE(rest[:length]) == binary.BigEndian.Uint32(header[8:])
	if !sound {
		return nil
	}
</#if>
	return rest[:length]
}

// FileDisk is a file at this path. One process at a time may have it.
type FileDisk string

// Read gives all of it; nothing where there is no file yet.
func (f FileDisk) Read() ([]byte, error) {
	data, err := os.ReadFile(string(f))
	if os.IsNotExist(err) {
		return nil, f.Replace(nil)
	}
	return data, err
}

// Append writes behind what is there.
func (f FileDisk) Append(data []byte) error {
	return f.with(os.O_WRONLY|os.O_APPEND, func(file *os.File) error {
		_, err := file.Write(data)
		return err
	})
}

// Sync returns when everything is on disk.
func (f FileDisk) Sync() error { return f.with(os.O_WRONLY, (*os.File).Sync) }

// Truncate cuts off the end.
func (f FileDisk) Truncate(size int) error {
	return f.with(os.O_WRONLY, func(file *os.File) error {
		if err := file.Truncate(int64(size)); err != nil {
			return err
		}
		return file.Sync()
	})
}

// Replace writes another file, and gives it the name of this one.
func (f FileDisk) Replace(data []byte) error {
	next := f + ".next"
	if err := os.WriteFile(string(next), data, 0o600); err != nil {
		return err
	}
	if err := next.Sync(); err != nil {
		return err
	}
	if err := os.Rename(string(next), string(f)); err != nil {
		return err
	}
	// The name is on disk when the directory is.
	return FileDisk(filepath.Dir(string(f))).with(os.O_RDONLY, (*os.File).Sync)
}

func (f FileDisk) with(flags int, do func(*os.File) error) error {
	file, err := os.OpenFile(string(f), flags, 0)
	if err != nil {
		return err
	}
	defer file.Close()
	return do(file)
}
