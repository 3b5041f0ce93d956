package org.evenkeel.cli;

/// `help`: the list of commands.
final class HelpCommand implements Command {
    @Override
    public Options options() {
        return new Options("help", "Lists the commands.", "evenkeel help");
    }

    @Override
    public void run(Arguments arguments, Console console) throws Refusal {
        arguments.refuseIfWrong();
        console.out().print(Main.usage());
    }
}
