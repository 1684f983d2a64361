package cli_test

import (
	"context"
	"fmt"
	"os"
	"strings"

	"klavilink/ui/cli"
	"klavilink/ui/clock"
)

func ExampleRun() {
	status := cli.Run(context.Background(), cli.Env{
		In: strings.NewReader(""), Out: os.Stdout, Err: os.Stderr,
		Getenv: func(string) string { return "" }, Clock: clock.System{},
	}, []string{"validate", "cpf", "529.982.247-25", "--lang", "en"})
	fmt.Println("exit status", status)
	// Output:
	// valid	52998224725
	// exit status 0
}
