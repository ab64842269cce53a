package losscalc.manual;

import java.util.List;
import losscalc.loss.Card;

/** Completion for zsh. */
final class ZshCompletion {
    private static final String HEAD = """
            #compdef losscalc
            # losscalc completion for zsh. For this shell alone:
            #   eval "$(losscalc completion zsh)"
            # For every shell: write it to a file _losscalc in a folder of $fpath, before compinit runs.

            """;

    private static final String BODY = """
            # The columns of the file that was typed, behind what stands before them in a list or a range.
            _losscalc_columns() {
                local file= predictions= next= word plain i
                local -a dialect names
                for ((i = 3; i <= $#words; i++)); do
                    word=$words[i]
                    if ((i == CURRENT)); then next= && continue; fi
                    plain=${(Q)word}
                    case $plain in (\\~/*) plain=$HOME/${plain#\\~/} ;; esac
                    case $next in
                        (dialect) dialect+=("$plain"); next=; continue ;;
                        (predictions) predictions=$plain; next=; continue ;;
                        (output) next=; continue ;;
                    esac
                    case $word in
                        (-d|--delimiter|--encoding|--comment) next=dialect; dialect+=("$word") ;;
                        (--predictions) next=predictions ;;
                        (-o|--output) next=output ;;
                        (*) if [[ -z $file && -f $plain ]]; then file=$plain; fi ;;
                    esac
                done
                if [[ $1 == (-p|--prediction) && -f $predictions ]]; then file=$predictions; fi
                if [[ -z $file ]]; then _message 'column'; return; fi
                names=(${(f)"$(${(Q)words[1]} completion columns $file $dialect 2>/dev/null)"})
                compset -P '*[,:]'
                compadd -X column -a names
            }

            _losscalc() {
                local option=$words[CURRENT-1] loss=$words[2] kind=
                local -a losses commands options own from choices
            """;

    private static final String TAIL = """
                if ((CURRENT == 2)); then
                    if [[ $PREFIX == -* ]]; then compadd -- --help --version; return; fi
                    _describe -t losses loss losses
                    _describe -t commands command commands
                    if [[ -n $PREFIX ]]; then compadd -a aliases; fi
                    return
                fi
                case $loss in
                    (list|explain)
                        case $loss$option in
                            (*--format) compadd text json markdown; return ;;
                            (list--library) compadd -a libraries; return ;;
                        esac
                        if [[ $loss == list ]]; then compadd -- --format --library; return; fi
                        if [[ $PREFIX == -* ]]; then compadd -- --format; return; fi
                        _describe -t losses loss losses; compadd -a aliases; return ;;
                    (help) _describe -t losses loss losses; compadd -a aliases; return ;;
                    (completion) compadd bash zsh fish; return ;;
                esac
                if [[ $PREFIX == --*=* ]]; then
                    option=${PREFIX%%=*}
                    compset -P '*='
                fi
                _losscalc_about
                case $kind in
                    (columns) _losscalc_columns $option; return ;;
                    (words) compadd -a choices; return ;;
                    (nothing) _message value; return ;;
                    (files) _files; return ;;
                esac
                if [[ $PREFIX == -* ]]; then
                    _describe -o -t options option own -- options
                else
                    _files
                fi
            }

            if [[ $funcstack[1] == _losscalc ]]; then _losscalc "$@"; else compdef _losscalc losscalc; fi
            """;

    private ZshCompletion() {}

    static String script(List<OptionLine> options) {
        StringBuilder out = new StringBuilder(HEAD);
        about(options, out);
        out.append(BODY);
        StringBuilder aliases = new StringBuilder();
        out.append("    losses=(\n");
        for (Card card : Completion.cards()) {
            out.append("        ")
                    .append(described(card.name(), card.summary()))
                    .append('\n');
            aliases.append(aliases.length() == 0 ? "" : " ").append(String.join(" ", card.aliasNames()));
        }
        out.append("    )\n    local -a aliases=(").append(aliases).append(")\n    local -a libraries=(");
        out.append(String.join(" ", Catalogue.libraries())).append(")\n    commands=(\n");
        for (List<String> command : Completion.COMMANDS) {
            out.append("        ")
                    .append(described(command.get(0), command.get(1)))
                    .append('\n');
        }
        out.append("    )\n    options=(\n");
        described(options, "        ", out);
        out.append("    )\n");
        return out.append(TAIL).toString();
    }

    /** What depends on the loss, and on the option that a value stands behind. */
    private static void about(List<OptionLine> options, StringBuilder out) {
        out.append("# What $loss has of its own, and what may stand behind $option.\n");
        out.append("_losscalc_about() {\n    case $loss in\n");
        for (Card card : Completion.cards()) {
            List<OptionLine> own = Completion.own(card);
            out.append("        (")
                    .append(String.join("|", Completion.names(card)))
                    .append(")\n");
            out.append("            from=(")
                    .append(String.join(" ", Completion.scales(card)))
                    .append(")\n");
            if (!own.isEmpty()) {
                out.append("            own=(\n");
                described(own, "                ", out);
                out.append("            )\n            case $option in\n");
                values("                ", own, out);
                out.append("            esac\n");
            }
            out.append("            ;;\n");
        }
        out.append("    esac\n    case $option in\n");
        values("        ", options, out);
        out.append("    esac\n}\n\n");
    }

    private static void values(String indent, List<OptionLine> options, StringBuilder out) {
        for (OptionLine option : options) {
            if (!option.value().isEmpty()) {
                out.append(indent)
                        .append('(')
                        .append(String.join("|", option.names()))
                        .append(") kind=");
                out.append(option.kind());
                if (option.kind().equals("words")) {
                    String choices = option.choices().isEmpty() ? "$from" : String.join(" ", option.choices());
                    out.append(" choices=(").append(choices).append(')');
                }
                out.append(" ;;\n");
            }
        }
    }

    private static void described(List<OptionLine> options, String indent, StringBuilder out) {
        for (OptionLine option : options) {
            out.append(indent)
                    .append(described(option.longName(), option.plainMeaning()))
                    .append('\n');
        }
    }

    private static String described(String name, String meaning) {
        return "'" + name + ":" + meaning.replace("'", "'\\''") + "'";
    }
}
