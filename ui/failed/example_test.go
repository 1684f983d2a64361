package failed_test

import (
	"fmt"
	"strings"

	"klavilink/klavi"
	"klavilink/ui/failed"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

func ExampleNew() {
	s := fake.New()
	f := failed.New(s.Session)
	f.Enter(flow.Broke, screen.Handover{Err: &klavi.Error{Kind: klavi.KindNetwork}})
	for line := range strings.Lines(fake.Shown(f.View(screen.Area{Cols: 80, Rows: 21}))) {
		if line = strings.TrimSpace(line); line != "" {
			fmt.Println(line)
		}
	}
	// Output:
	// ✗ O link não foi criado
	// Sem conexão com a Klavi.
	// Confira a internet e tente de novo.
	// Tudo o que foi digitado continua aqui.
}
