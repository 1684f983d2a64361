package cli

import "golang.org/x/sys/windows"

// codePage returns the code page of the console, or 0 if there is no console.
func codePage() uint32 {
	page, err := windows.GetConsoleOutputCP()
	if err != nil {
		return 0
	}
	return page
}
