package raft

import (
	"errors"
	"fmt"
	"math/rand"
	"path/filepath"
	"reflect"
	"testing"
)

// One server, with everybody else's part played by the test.

const electionMillis = 100

var (
	firstOfThree = Options{0, 3, electionMillis, 20, 10}
	firstOfFive  = Options{0, 5, electionMillis, 20, 10}
)

func equal(t *testing.T, expected, actual any) {
	t.Helper()
	if !reflect.DeepEqual(expected, actual) {
		t.Fatalf("expected %v, and was %v", expected, actual)
	}
}

func entry(index, term int64) Entry {
	return Entry{index, term, []byte(fmt.Sprint("c", index, ".", term))}
}

// server has entries of these terms.
func server(options Options, term int64, termsOfEntries ...int64) *Raft {
	state := NewState()
	state.Apply(Ballot{term, Nobody})
	for i, termOfEntry := range termsOfEntries {
		state.Apply(entry(int64(i+1), termOfEntry))
	}
	return New(options, state, rand.New(rand.NewSource(1)), 0)
}

// elected makes it leader of the next term, by number 1 and number 2.
func elected(t *testing.T, r *Raft) *Raft {
	t.Helper()
	term := r.State().Term + 1
	r.Tick(2 * electionMillis)
	for _, trial := range []bool{true, false} {
		for from := 1; from <= 2; from++ {
			r.Receive(from, Vote{term, trial, true}, 2*electionMillis)
		}
	}
	equal(t, true, r.IsLeader())
	return r
}

func only(t *testing.T, step Step) Message {
	t.Helper()
	equal(t, 1, len(step.Letters))
	return step.Letters[0].Message
}

func log(r *Raft) (all []string) {
	for _, entry := range r.State().From(1, 100) {
		all = append(all, fmt.Sprint(entry.Index, ".", entry.Term))
	}
	return all
}

func indexes(entries []Entry) (all []int64) {
	for _, entry := range entries {
		all = append(all, entry.Index)
	}
	return all
}

func TestASilentLeaderIsMissedAndOthersAreAskedBeforeTheTermChanges(t *testing.T) {
	r := server(firstOfThree, 4)
	step := r.Tick(2 * electionMillis)
	equal(t, int64(4), r.State().Term)
	equal(t, Message(AskVote{5, true, 0, 0}), step.Letters[0].Message)
}

func TestAVoteIsOnDiskAndIsNotGivenAgain(t *testing.T) {
	disk := NewState()
	for _, record := range server(firstOfThree, 4).Receive(1, AskVote{5, false, 0, 0}, 10).Records {
		disk.Apply(record)
	}
	again := New(firstOfThree, disk, rand.New(rand.NewSource(1)), 20)
	equal(t, Message(Vote{5, false, false}), only(t, again.Receive(2, AskVote{5, false, 0, 0}, 20)))
}

func TestWhoLacksWhatOthersHaveGetsNoVote(t *testing.T) {
	r := server(firstOfThree, 4, 1, 4)
	equal(t, Message(Vote{5, false, false}), only(t, r.Receive(1, AskVote{5, false, 1, 4}, 10)))
	equal(t, Message(Vote{6, false, false}), only(t, r.Receive(1, AskVote{6, false, 9, 3}, 10)))
	equal(t, Message(Vote{7, false, true}), only(t, r.Receive(1, AskVote{7, false, 2, 4}, 10)))
}

func TestASnapshotCountsAsTheEntryThatItReplaces(t *testing.T) {
	r := elected(t, server(firstOfThree, 3))
	r.Receive(1, Appended{4, true, 1, 1}, 2*electionMillis)
	r.Compact(1, []byte("all"))
	step := r.Receive(2, AskVote{5, false, 7, 3}, 2*electionMillis)
	equal(t, Message(Vote{5, false, false}), only(t, step))
}

func TestAVoteOfAnEarlierTermDoesNotCount(t *testing.T) {
	r := server(firstOfThree, 4)
	r.Tick(2 * electionMillis)
	r.Receive(1, Vote{5, true, true}, 2*electionMillis)
	r.Receive(1, Vote{3, false, true}, 2*electionMillis)
	equal(t, int64(5), r.State().Term)
	equal(t, false, r.IsLeader())
}

func TestCopiesOfAnEarlierTermCommitNothingUntilOneOfThisTermIsBehindThem(t *testing.T) {
	r := elected(t, server(firstOfFive, 3, 1, 2)) // figure 8 of the paper, (c)
	r.Receive(1, Appended{4, true, 2, 1}, 2*electionMillis)
	majority := r.Receive(2, Appended{4, true, 2, 1}, 2*electionMillis)
	equal(t, 0, len(majority.Committed))
	r.Receive(1, Appended{4, true, 3, 1}, 2*electionMillis)
	behind := r.Receive(2, Appended{4, true, 3, 1}, 2*electionMillis)
	equal(t, []int64{1, 2, 3}, indexes(behind.Committed))
}

func TestWhatDoesNotFollowIsRefusedAndWhatConflictsIsReplaced(t *testing.T) {
	r := server(firstOfThree, 4, 1, 1, 2, 2)
	refused := r.Receive(1, Append{4, 4, 3, []Entry{entry(5, 4)}, 0, 1}, 10)
	equal(t, Message(Appended{4, false, 2, 1}), only(t, refused))
	r.Receive(1, Append{4, 2, 1, []Entry{entry(3, 3), entry(4, 3)}, 0, 2}, 20)
	equal(t, []string{"1.1", "2.1", "3.3", "4.3"}, log(r))
}

func TestALateMessageRemovesNothingThatWasAcknowledged(t *testing.T) {
	r := server(firstOfThree, 4, 1)
	first := Append{4, 1, 1, []Entry{entry(2, 4)}, 0, 1}
	r.Receive(1, first, 10)
	r.Receive(1, Append{4, 2, 4, []Entry{entry(3, 4)}, 0, 2}, 20)
	r.Receive(1, first, 30)
	equal(t, []string{"1.1", "2.4", "3.4"}, log(r))
}

func TestAHeartbeatCommitsNothingThatWasNotCompared(t *testing.T) {
	step := server(firstOfThree, 4, 1, 2, 2).Receive(1, Append{4, 1, 1, nil, 3, 1}, 10)
	equal(t, []int64{1}, indexes(step.Committed))
}

func TestALeaderOfAnEarlierTermIsToldAndNotFollowed(t *testing.T) {
	r := server(firstOfThree, 4, 1)
	equal(t, Message(Appended{4, false, 1, 0}), only(t, r.Receive(1, Append{3, 1, 1, nil, 0, 1}, 10)))
	equal(t, Nobody, r.Leader())
}

func TestALateSnapshotTakesNothingBack(t *testing.T) {
	r := server(firstOfThree, 4, 1, 1)
	r.Receive(1, Append{4, 2, 1, nil, 2, 1}, 10)
	step := r.Receive(1, Install{4, Snapshot{1, 1, []byte("old")}, 1}, 20)
	equal(t, true, step.Restored == nil)
	equal(t, int64(2), r.CommitIndex())
}

func TestAReadWaitsUntilAMajoritySaysAfterItBeganThatThisServerLeads(t *testing.T) {
	r := elected(t, server(firstOfThree, 3))
	r.Receive(1, Appended{4, true, 1, 1}, 2*electionMillis)
	equal(t, 0, len(r.Read(7, 2*electionMillis).Reads))
	equal(t, 0, len(r.Receive(2, Appended{4, true, 1, 1}, 2*electionMillis).Reads))
	equal(t, []Read{{7, true}}, r.Receive(2, Appended{4, true, 1, 2}, 2*electionMillis).Reads)
}

func TestANewLeaderReadsNothingBeforeItKnowsWhatWasCommitted(t *testing.T) {
	r := elected(t, server(firstOfThree, 3, 3))
	r.Read(7, 2*electionMillis)
	equal(t, 0, len(r.Receive(1, Appended{4, false, 0, 2}, 2*electionMillis).Reads))
	equal(t, []Read{{7, true}}, r.Receive(1, Appended{4, true, 2, 2}, 2*electionMillis).Reads)
}

func TestALeaderThatNobodyAnswersStopsToLeadAndRefusesItsReads(t *testing.T) {
	r := elected(t, server(firstOfThree, 3))
	r.Read(7, 2*electionMillis)
	equal(t, []Read{{7, false}}, r.Tick(10*electionMillis).Reads)
	equal(t, false, r.IsLeader())
}

func TestServersThatStartTogetherDoNotAskForVotesTogether(t *testing.T) {
	times := map[int64]bool{}
	for seed := int64(0); seed < 20; seed++ {
		r := New(firstOfThree, NewState(), rand.New(rand.NewSource(seed)), 0)
		now := int64(0)
		for len(r.Tick(now).Letters) == 0 && now < 10*electionMillis {
			now++
		}
		times[now] = true
	}
	if len(times) <= 5 {
		t.Fatalf("they ask after %v ms", times)
	}
}

// register holds the last command, and how many there were.
type register struct {
	version int
	value   string
	before  func() // is called before a snapshot
}

func (r *register) Apply(command []byte) []byte {
	r.version++
	r.value = string(command)
	return r.Query(nil)
}

func (r *register) Query([]byte) []byte { return []byte(fmt.Sprint(r.version, " ", r.value)) }

func (r *register) Snapshot() []byte {
	if r.before != nil {
		r.before()
	}
	return r.Query(nil)
}

func (r *register) Restore(state []byte) { r.version, r.value = parsed(state) }

func parsed(text []byte) (version int, value string) {
	fmt.Sscan(string(text), &version, &value)
	return version, value
}

type fullDisk struct{ memoryDisk }

func (*fullDisk) Append([]byte) error { return errors.New("no space is left") }

func TestWhenTheDiskFailsNothingMoreIsSaid(t *testing.T) {
	said := 0
	node, err := Start(firstOfThree, Journal{&fullDisk{}}, func(int, Message) { said++ },
		&register{}, 10, rand.New(rand.NewSource(1)), 0)
	equal(t, nil, err)
	equal(t, true, node.Receive(1, AskVote{1, false, 0, 0}, 10) != nil)
	equal(t, ErrStopped, node.Receive(1, AskVote{1, false, 0, 0}, 20))
	equal(t, 0, said)
}

func TestAClientIsNotToldTheAnswerToWhatAnotherAsked(t *testing.T) {
	node, err := Start(firstOfThree, Journal{&memoryDisk{}}, func(int, Message) {},
		&register{}, 10, rand.New(rand.NewSource(1)), 0)
	equal(t, nil, err)
	node.Tick(2 * electionMillis)
	node.Receive(1, Vote{1, true, true}, 2*electionMillis)
	node.Receive(1, Vote{1, false, true}, 2*electionMillis)
	var told error
	node.Write([]byte("mine"), 2*electionMillis, func(_ []byte, err error) { told = err })
	other := []Entry{{2, 2, []byte("theirs")}}
	node.Receive(1, Append{2, 1, 1, other, 2, 1}, 3*electionMillis)
	equal(t, ErrNotLeader, told)
}

func terms(t *testing.T, journal Journal) int64 {
	t.Helper()
	state, err := journal.Load()
	equal(t, nil, err)
	return state.Term
}

func TestHalfABlockOrADamagedLastOneCountsForNothing(t *testing.T) {
	disk := &memoryDisk{}
	journal := Journal{disk}
	equal(t, nil, journal.Save([]Record{Ballot{1, 0}}))
	first := len(disk.written)
	equal(t, nil, journal.Save([]Record{Ballot{2, 0}}))
	all := disk.written
	for at := first; at < len(all); at++ {
		damaged := append([]byte(nil), all...)
		damaged[at] ^= 1
		for _, left := range [][]byte{all[:at], damaged} {
			disk.Replace(left)
			equal(t, int64(1), terms(t, journal))
			equal(t, nil, journal.Save([]Record{Ballot{3, 0}}))
			equal(t, int64(3), terms(t, journal))
		}
	}
}

func TestDamageBeforeAWholeBlockIsTold(t *testing.T) {
	disk := &memoryDisk{}
	journal := Journal{disk}
	equal(t, nil, journal.Save([]Record{Ballot{1, 0}}))
	first := len(disk.written)
	equal(t, nil, journal.Save([]Record{Ballot{2, 0}}))
	for at := 0; at < first; at++ {
		damaged := append([]byte(nil), disk.written...)
		damaged[at] ^= 1
		if _, err := (Journal{&memoryDisk{written: damaged}}).Load(); err == nil {
			t.Fatalf("byte %d is damaged, and nobody said so", at)
		}
	}
}

func TestAFileKeepsWhatWasSaved(t *testing.T) {
	file := FileDisk(filepath.Join(t.TempDir(), "journal"))
	equal(t, int64(0), terms(t, Journal{file}))
	equal(t, nil, Journal{file}.Save([]Record{Ballot{1, 0}, entry(1, 1)}))
	equal(t, nil, Journal{file}.Save([]Record{Snapshot{1, 1, []byte("all")}}))
	equal(t, nil, Journal{file}.Save([]Record{Ballot{2, 0}}))
	equal(t, nil, file.Append([]byte{0, 0, 0, 9}))
	equal(t, int64(2), terms(t, Journal{file}))
}
