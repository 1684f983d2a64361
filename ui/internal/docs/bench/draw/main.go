// Command draw writes a text as a QR code and ends, as qrencode does. It shows the
// cost of a process that draws with the package of klavilink.
package main

import (
	"fmt"
	"os"

	"klavilink/ui/qr"
)

func main() {
	code, err := qr.Encode(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(code.Cells(qr.HalfBlocks, 4, qr.TrueColor))
}
