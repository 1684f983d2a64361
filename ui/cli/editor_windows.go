package cli

// editors are the editors of the system, the best first.
func editors() []string { return []string{"notepad"} }
