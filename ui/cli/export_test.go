package cli

// RunProgram is how token_command is run.
var RunProgram = runProgram

// Visible is how JSON is made harmless.
var Visible = visible
