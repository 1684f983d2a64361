package cli

// RunProgram is how token_command is run.
var RunProgram = runProgram

// Visible is how JSON is made harmless.
var Visible = visible

// TmuxClients is how tmux is asked for its clients.
var TmuxClients = tmuxClients
