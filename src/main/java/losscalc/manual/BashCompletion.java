package losscalc.manual;

import java.util.ArrayList;
import java.util.List;
import losscalc.loss.Card;

/** Completion for bash, from 3.2 on (macOS). */
final class BashCompletion {
    private static final String HEAD = """
            # losscalc completion for bash. For this shell alone:
            #   eval "$(losscalc completion bash)"
            # For every shell, where the package bash-completion is in place:
            #   losscalc completion bash >~/.local/share/bash-completion/completions/losscalc

            """;

    private static final String BODY = """
            # Those of the words on standard input, one a line, that begin with $1 go to COMPREPLY.
            _losscalc_words() {
                local word
                COMPREPLY=()
                while IFS= read -r word; do
                    case $word in
                        '') ;;
                        "$1"*) COMPREPLY+=("$word") ;;
                    esac
                done
            }

            # The columns of the file that was typed, behind what stands before $1 in a list or a range; $2 is the option.
            _losscalc_columns() {
                local cur=${1#[\\"\\']} file='' predictions='' next='' head i word plain
                local -a dialect=()
                for ((i = 2; i < ${#COMP_WORDS[@]}; i++)); do
                    word=${COMP_WORDS[i]}
                    if ((i == COMP_CWORD)); then next='' && continue; fi
                    if [ "$word" = "=" ]; then continue; fi
                    plain=${word//[\\\\\\"\\']/}
                    case $plain in \\~/*) plain=$HOME/${plain#*/} ;; esac
                    case $next in
                        dialect) dialect+=("$plain") && next='' && continue ;;
                        predictions) predictions=$plain && next='' && continue ;;
                        output) next= && continue ;;
                    esac
                    case $word in
                        -d | --delimiter | --encoding | --comment) next=dialect && dialect+=("$word") ;;
                        --predictions) next=predictions ;;
                        -o | --output) next=output ;;
                        *) if [ -z "$file" ] && [ -f "$plain" ]; then file=$plain; fi ;;
                    esac
                done
                case $2 in -p | --prediction) if [ -f "$predictions" ]; then file=$predictions; fi ;; esac
                COMPREPLY=()
                if [ -z "$file" ]; then return; fi
                head=${cur%"${cur##*[,:]}"}
                _losscalc_words "$cur" < <(
                    "${COMP_WORDS[0]}" completion columns "$file" ${dialect[@]+"${dialect[@]}"} 2>/dev/null |
                        while IFS= read -r word; do printf '%s\\n' "$head$word"; done
                )
            }

            # What may stand behind list and explain.
            _losscalc_of_lists() {
                kind=words
                case $1$2 in
                    *--format) choices=$_losscalc_formats && return ;;
                    list--library) choices=$_losscalc_libraries && return ;;
                esac
                case $1$3 in
                    list*) choices=$'--format\\n--library' ;;
                    explain-*) choices=--format ;;
                    *) choices=$_losscalc_losses$'\\n'$_losscalc_aliases ;;
                esac
            }

            _losscalc() {
                local cur=${COMP_WORDS[COMP_CWORD]} at=$((COMP_CWORD - 1)) option own='' from='' kind='' choices='' word
                # Bash takes = and : for words of their own.
                case $cur in
                    =) cur='' ;;
                    :) cur='' at=$((at - 1)) ;;
                    *) if [ "${COMP_WORDS[at]}" = ":" ]; then at=$((at - 2)); fi ;;
                esac
                option=${COMP_WORDS[at]}
                if [ "$option" = "=" ]; then option=${COMP_WORDS[at - 1]}; fi

                if ((COMP_CWORD == 1)); then
                    case $cur in
                        -*) choices=$'--help\\n--version' ;;
                        '') choices=$_losscalc_losses$'\\n'$_losscalc_commands ;;
                        *) choices=$_losscalc_losses$'\\n'$_losscalc_commands$'\\n'$_losscalc_aliases ;;
                    esac
                    _losscalc_words "$cur" <<<"$choices"
                    return
                fi
                case ${COMP_WORDS[1]} in
                    list | explain) _losscalc_of_lists "${COMP_WORDS[1]}" "$option" "$cur" ;;
                    help) kind=words choices=$_losscalc_losses$'\\n'$_losscalc_aliases ;;
                    completion) kind=words choices=$'bash\\nzsh\\nfish' ;;
                    *) _losscalc_about "${COMP_WORDS[1]}" "$option" ;;
                esac
                case $kind in
                    columns) _losscalc_columns "$cur" "$option" && return ;;
                    words) _losscalc_words "$cur" <<<"$choices" && return ;;
                    nothing) COMPREPLY=() && return ;;
                esac
                case $kind$cur in
                    -*) _losscalc_words "$cur" <<<"$own"$'\\n'"$_losscalc_options" ;;
                    *)
                        COMPREPLY=()
                        while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$cur")
                        ;;
                esac
            }

            complete -o filenames -F _losscalc losscalc
            """;

    private BashCompletion() {}

    static String script(List<OptionLine> options) {
        List<String> losses = new ArrayList<>();
        List<String> aliases = new ArrayList<>();
        for (Card card : Completion.cards()) {
            losses.add(card.name());
            aliases.addAll(card.aliasNames());
        }
        List<String> commands = new ArrayList<>();
        for (List<String> command : Completion.COMMANDS) {
            commands.add(command.get(0));
        }
        List<String> names = new ArrayList<>();
        for (OptionLine option : options) {
            names.add(option.longName());
        }
        StringBuilder out = new StringBuilder(HEAD);
        lines("losses", losses, out);
        lines("aliases", aliases, out);
        lines("commands", commands, out);
        lines("options", names, out);
        lines("formats", Completion.FORMATS_OF_LISTS, out);
        lines("libraries", Catalogue.libraries(), out);
        about(options, out);
        return out.append(BODY).toString();
    }

    private static void lines(String name, List<String> words, StringBuilder out) {
        out.append("_losscalc_").append(name).append("='");
        out.append(String.join("\n", words)).append("'\n\n");
    }

    /** What depends on the loss, and on the option that a value stands behind. */
    private static void about(List<OptionLine> options, StringBuilder out) {
        out.append("# What the loss $1 has of its own, and what may stand behind the option $2.\n");
        out.append("_losscalc_about() {\n    case $1 in\n");
        for (Card card : Completion.cards()) {
            List<OptionLine> own = Completion.own(card);
            List<String> names = new ArrayList<>();
            for (OptionLine option : own) {
                names.add(option.longName());
            }
            out.append("        ")
                    .append(String.join(" | ", Completion.names(card)))
                    .append(")\n");
            out.append("            own=").append(quoted(names)).append('\n');
            out.append("            from=")
                    .append(quoted(Completion.scales(card)))
                    .append('\n');
            if (!own.isEmpty()) {
                out.append("            case $2 in\n");
                values("                ", own, out);
                out.append("            esac\n");
            }
            out.append("            ;;\n");
        }
        out.append("    esac\n    case $2 in\n");
        values("        ", options, out);
        out.append("    esac\n}\n\n");
    }

    private static void values(String indent, List<OptionLine> options, StringBuilder out) {
        for (OptionLine option : options) {
            if (!option.value().isEmpty()) {
                out.append(indent).append(String.join(" | ", option.names()));
                out.append(") kind=").append(option.kind());
                if (option.kind().equals("words")) {
                    out.append(" choices=").append(option.choices().isEmpty() ? "$from" : quoted(option.choices()));
                }
                out.append(" ;;\n");
            }
        }
    }

    private static String quoted(List<String> words) {
        return words.isEmpty() ? "" : "$'" + String.join("\\n", words) + "'";
    }
}
