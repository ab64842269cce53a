package losscalc.cli;

import java.util.ArrayList;
import java.util.List;
import losscalc.input.DataSet;
import losscalc.input.Source;
import losscalc.loss.Card;
import losscalc.losses.Losses;
import losscalc.manual.Completion;
import losscalc.problem.Echo;
import losscalc.problem.Exit;
import losscalc.problem.Nearest;
import losscalc.problem.Problem;
import losscalc.report.Output;

/**
 * {@code losscalc completion SHELL} prints the completion script of a shell. The scripts themselves ask
 * {@code losscalc completion columns FILE [-d CHAR] [--encoding NAME] [--comment CHAR]}, which prints the
 * names of the file's columns, one a line.
 */
final class CompletionCommand {
    private static final String HOW = "eval \"$(losscalc completion bash)\", or zsh; losscalc completion fish | source";

    private final Streams streams;
    private final Output out;

    CompletionCommand(Streams streams, Output out) {
        this.streams = streams;
        this.out = out;
    }

    Exit run(List<String> words) throws Problem {
        String shell = words.isEmpty() ? "" : words.get(0);
        if (shell.equals("columns")) {
            columns(words.subList(1, words.size()));
            return Exit.OK;
        }
        String script = words.size() == 1 ? Completion.script(shell, Option.lines()) : null;
        if (script == null) {
            String near = Nearest.hint(shell, Completion.SHELLS);
            String found = shell.isEmpty() ? "" : ", and " + Echo.name(shell) + " was found";
            throw Problem.usage("completion wants one of bash, zsh, fish" + found, near != null ? near : HOW);
        }
        out.print(script);
        return Exit.OK;
    }

    private void columns(List<String> words) throws Problem {
        // Any loss will do: the options that say how a file is written are the same for all.
        Card card = Losses.find("mse").card();
        List<String> all = new ArrayList<>(words);
        all.add("--header");
        CommandLineReader reader = new CommandLineReader(card, List.of());
        reader.read(all);
        InputSettings settings = new InputSettings(reader, streams.in(), false);
        for (Source file : settings.sources()) {
            for (String column : DataSet.columns(file, settings.dialect())) {
                if (!column.isEmpty() && column.indexOf('\n') < 0 && column.indexOf('\r') < 0) {
                    out.print(column).line();
                }
            }
        }
    }
}
