package lamportclock

import "testing"

func ordered(t *testing.T, stamps ...Stamp) {
	t.Helper()
	for i := 1; i < len(stamps); i++ {
		if !stamps[i-1].Before(stamps[i]) || stamps[i].Before(stamps[i-1]) {
			t.Fatalf("%v is not before %v", stamps[i-1], stamps[i])
		}
	}
}

func TestAnEffectIsAfterItsCauseAlthoughItsProcessHasDoneLittle(t *testing.T) {
	busy, idle := New("busy", 0), New("idle", 0)
	for i := 0; i < 100; i++ {
		busy.Tick()
	}
	cause := busy.Tick()
	ordered(t, cause, idle.Receive(cause), idle.Tick())
}

func TestAMessageThatArrivesLateOrTwiceTakesNothingBack(t *testing.T) {
	busy, idle := New("busy", 0), New("idle", 0)
	first := busy.Tick()
	ordered(t, idle.Receive(busy.Tick()), idle.Receive(first), idle.Receive(first))
}

func TestEventsOfOneProcessHaveAnOrder(t *testing.T) {
	busy := New("busy", 0)
	ordered(t, busy.Tick(), busy.Tick())
}

func TestAllReplicasPutEventsOfOneNumberInOneOrder(t *testing.T) {
	ordered(t, New("busy", 0).Tick(), New("idle", 0).Tick())
}

func TestARestartGoesOnWhereItWas(t *testing.T) {
	before := New("busy", 0).Tick()
	ordered(t, before, New("busy", before.Time).Tick())
}
