package org.evenkeel.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

import java.util.Objects;

/// The command line's door: one subcommand per task.
///
/// Exit codes: 0 done, 1 refused or failed, 2 wrong usage or input. Results go to standard output
/// or `--out`, messages to standard error. A new command is a class named in `subcommands`; the
/// launcher's help names it too.
@Command(
        name = "evenkeel",
        description = "Ketamine maintenance therapy on files: no server, no database.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {})
public final class Main {
    private Main() {}

    static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// The whole command line, as `main` runs it and as tests call it.
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::failed)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100);
    }

    private static int failed(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        String reason = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        command.getErr().println(command.getCommandName() + ": " + reason);
        return CommandLine.ExitCode.SOFTWARE;
    }

    /// The version the build wrote into the jar.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String built = Main.class.getPackage().getImplementationVersion();
            return new String[] {"evenkeel " + Objects.requireNonNullElse(built, "(not packaged)")};
        }
    }
}
