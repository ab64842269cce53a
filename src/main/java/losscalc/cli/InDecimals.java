package losscalc.cli;

import losscalc.loss.AlgebraicFormula;
import losscalc.loss.Card;
import losscalc.loss.DecimalFormula;
import losscalc.loss.Divisor;
import losscalc.loss.Formula;
import losscalc.loss.SetFormula;
import losscalc.problem.Problem;

/** {@code --arithmetic decimal}; a class of its own, because hardly any run needs it. */
final class InDecimals {
    private InDecimals() {}

    /** The formula in decimals, or why there is none. */
    static Formula of(Formula formula, Card card, Divisor divisor) throws Problem {
        if (divisor != null) {
            throw Problem.usage(
                    "--arithmetic decimal divides by the weights of the rows, and by nothing else",
                    "leave out --mean-over and --class-weight");
        }
        if (formula instanceof AlgebraicFormula) {
            return new DecimalFormula((AlgebraicFormula) formula);
        }
        String name = card.name();
        throw Problem.usage(
                "--arithmetic decimal: " + name
                        + (formula instanceof SetFormula
                                ? " is a loss of a set of rows, not of each row"
                                : " is not made of + - * / alone, so its values are no decimals"
                                        + " (it has a logarithm, an exponential or a root in it, or the loss is one of a"
                                        + " whole row)"),
                "without it each loss is the correctly rounded value at the doubles read");
    }
}
