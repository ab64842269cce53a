package losscalc.manual;

import java.util.List;
import losscalc.loss.Card;

/** Completion for fish. */
final class FishCompletion {
    private static final String HEAD = """
            # losscalc completion for fish. For this shell alone:
            #   losscalc completion fish | source
            # For every shell:
            #   losscalc completion fish >~/.config/fish/completions/losscalc.fish

            function __losscalc_first
                test (count (commandline -opc)) -eq 1
            end

            # Whether the first word is one of these.
            function __losscalc_is
                set -l words (commandline -opc)
                test (count $words) -gt 1; and contains -- $words[2] $argv
            end

            function __losscalc_runs
                set -l words (commandline -opc)
                test (count $words) -gt 1; and not contains -- $words[2] list explain help completion
            end

            # The columns of the file that was typed, behind what stands before them in a list or a range.
            function __losscalc_columns
                set -l words (commandline -op)
                set -l file
                set -l predictions
                set -l dialect
                set -l next
                for word in $words[2..-1]
                    set -l plain (string replace -r '^~/' "$HOME/" -- (string unescape -- $word; or echo $word))
                    switch "$next"
                        case dialect
                            set -a dialect $plain
                        case predictions
                            set predictions $plain
                    end
                    if test -n "$next"
                        set next
                        continue
                    end
                    switch $word
                        case -d --delimiter --encoding --comment
                            set next dialect
                            set -a dialect $word
                        case --predictions
                            set next predictions
                        case -o --output
                            set next output
                        case '*'
                            if test -z "$file"; and test -f "$plain"
                                set file $plain
                            end
                    end
                end
                if test "$argv[1]" = prediction; and test -f "$predictions"
                    set file $predictions
                end
                test -n "$file"; or return
                set -l typed (commandline -ct)
                set -l head (string match -r '^(?:--[a-z-]*=)?(.*[,:])?' -- $typed)[2]
                for name in ($words[1] completion columns $file $dialect 2>/dev/null)
                    echo "$head$name"
                end
            end

            """;

    private FishCompletion() {}

    static String script(List<OptionLine> options) {
        StringBuilder out = new StringBuilder(HEAD);
        out.append("complete -c losscalc -n __losscalc_first -f -l help -d 'what losscalc does'\n");
        out.append("complete -c losscalc -n __losscalc_first -f -l version -d 'the version'\n");
        for (List<String> command : Completion.COMMANDS) {
            word("__losscalc_first", command.get(0), command.get(1), out);
        }
        for (Card card : Completion.cards()) {
            word("__losscalc_first", card.name(), card.summary(), out);
            word("'__losscalc_is explain help'", card.name(), card.summary(), out);
            for (String alias : card.aliasNames()) {
                word("__losscalc_first", alias, card.name(), out);
            }
        }
        word("'__losscalc_is completion'", String.join(" ", Completion.SHELLS), "", out);
        out.append("complete -c losscalc -n '__losscalc_is list explain' -x -l format -a '")
                .append(String.join(" ", Completion.FORMATS_OF_LISTS))
                .append("'\ncomplete -c losscalc -n '__losscalc_is list' -x -l library -a '")
                .append(String.join(" ", Catalogue.libraries()))
                .append("'\n");
        for (OptionLine option : options) {
            if (!option.value().equals("WHAT")) {
                option("__losscalc_runs", option, out);
            }
        }
        for (Card card : Completion.cards()) {
            String condition = "'__losscalc_is " + String.join(" ", Completion.names(card)) + "'";
            for (OptionLine option : Completion.own(card)) {
                option(condition, option, out);
            }
            List<String> scales = Completion.scales(card);
            if (scales.size() > 1) {
                String what = String.join("|", scales);
                option(condition, new OptionLine("", List.of("--from"), what, "what the prediction holds"), out);
            }
        }
        return out.toString();
    }

    private static void word(String condition, String word, String meaning, StringBuilder out) {
        out.append("complete -c losscalc -n ")
                .append(condition)
                .append(" -f -a '")
                .append(word)
                .append('\'');
        meaning(meaning, out);
    }

    private static void option(String condition, OptionLine option, StringBuilder out) {
        out.append("complete -c losscalc -n ").append(condition);
        for (String name : option.names()) {
            out.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        switch (option.kind()) {
            case "columns":
                out.append(" -x -a '(__losscalc_columns ")
                        .append(option.longName().substring(2))
                        .append(")'");
                break;
            case "words":
                out.append(" -x -a '")
                        .append(String.join(" ", option.choices()))
                        .append('\'');
                break;
            case "files":
                out.append(" -r -F");
                break;
            case "nothing":
                out.append(" -x");
                break;
            default:
        }
        meaning(option.plainMeaning(), out);
    }

    private static void meaning(String text, StringBuilder out) {
        if (!text.isEmpty()) {
            out.append(" -d '")
                    .append(text.replace("\\", "\\\\").replace("'", "\\'"))
                    .append('\'');
        }
        out.append('\n');
    }
}
