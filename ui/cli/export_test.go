package cli

// RunProgram is how token_command is run.
var RunProgram = runProgram
