package losscalc.losses;

import java.util.List;
import losscalc.loss.Alias;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Loss;
import losscalc.loss.Outputs;
import losscalc.loss.Param;
import losscalc.loss.RowFormula;
import losscalc.loss.SampleFormula;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;

/** Skill over the best constant prediction, {@code d2:LOSS}: made of any loss that has such a constant. */
final class Skill implements Loss {
    /** What the name begins with. */
    static final String PREFIX = "d2:";

    private final Loss each;

    Skill(Loss each) {
        this.each = each;
    }

    /** The name of the loss in {@code d2:mae} or scikit-learn's {@code d2_absolute_error_score}; null in any other. */
    static String of(String key) {
        if (key.startsWith(PREFIX)) {
            return key.substring(PREFIX.length());
        }
        String name = key.endsWith("score") ? key.substring("d2".length(), key.length() - "score".length()) : null;
        return "tweedie".equals(name) ? "tweediedeviance" : name;
    }

    @Override
    public Card card() {
        return of(each.card());
    }

    @Override
    public Card card(Setup setup) {
        return of(each.card(setup));
    }

    private static Card of(Card loss) {
        boolean isMean = loss.bestConstant() == BestConstant.MEAN;
        Card card = Card.of(PREFIX + loss.name(), loss.title() + ": skill over the best constant")
                .about(Family.SCORE, "the share of " + loss.name() + " that the best constant has more; 1 is perfect")
                .use("To say how much better than a constant the predictions are, in one number for any loss.")
                .avoid(
                        "Between data sets: it depends on how much the targets vary. On few rows: the constant is fitted to them.")
                .formula("1 - sum of " + loss.name() + " of (y, f) / sum of " + loss.name() + " of (y, c)\n"
                        + (isMean
                                ? "c: the mean of the targets, or the frequency of each class"
                                : "c: the constant with the least sum"))
                .target(isMean || loss.target() != Target.CLASS ? loss.target() : Target.BINARY, loss.targetDomain())
                .predictions(loss.fewestPredictions(), isMean ? loss.mostPredictions() : 1)
                .ofSets()
                .higherIsBetter()
                .note("0 is what the best constant reaches; worse predictions are negative, without end.")
                .note(
                        isMean
                                ? "The constant is the exact mean, rounded once. With weights all sums and the mean are weighted."
                                : "The constant is found by bisection of the exact sum of the slopes, down to neighbouring doubles;"
                                        + " where a whole interval is best (a median of an even number), its middle.")
                .note("Each loss is rounded once, their sums are exact, and the quotient is rounded once.")
                .source(
                        "T. Gneiting and A. E. Raftery, Strictly proper scoring rules, prediction, and estimation, 2007,"
                                + " section 2.3; https://doi.org/10.1198/016214506000001437");
        if (loss.target() == Target.NUMBER) {
            card.note(Outputs.NOTE);
        }
        for (Scale scale : loss.scales()) {
            if (scale == Scale.VALUE) {
                card.prediction(loss.predictionDomain(scale));
            } else {
                card.prediction(scale);
            }
        }
        for (Param param : loss.params()) {
            card.param(param);
        }
        card.param(MomentScore.FORCE_FINITE);
        if (loss.hasShares()) {
            card.shares();
        }
        names(loss, card);
        twins(loss.name(), card);
        return card;
    }

    /** The names of the loss, but for those that stand for another aggregate than the mean. */
    private static void names(Card loss, Card card) {
        for (Alias alias : loss.aliases()) {
            List<String> implied = alias.implied();
            if (implied.isEmpty()) {
                card.aliases(PREFIX + alias.name());
            } else if (!isAggregate(implied)) {
                card.shorthand(implied.get(0), implied.get(1), PREFIX + alias.name());
            }
        }
        if (loss.name().equals("tweedie-deviance")) {
            card.shorthand("--power", "0", "d2_tweedie_score");
        }
    }

    private static void twins(String loss, Card card) {
        switch (loss) {
            case "mse":
                card.twin("sklearn", "r2_score", "--force-finite yes");
                break;
            case "mae":
                card.twin("sklearn", "d2_absolute_error_score", "--force-finite yes");
                break;
            case "pinball":
                card.twin(
                        "sklearn",
                        "d2_pinball_score",
                        "--force-finite yes",
                        "its constant lies between two targets, near the best; tau is called alpha");
                break;
            case "tweedie-deviance":
                card.twin("sklearn", "d2_tweedie_score", "--power 0");
                break;
            case "poisson-deviance":
                card.twin("sklearn", "d2_tweedie_score", "", "power=1");
                break;
            case "gamma-deviance":
                card.twin("sklearn", "d2_tweedie_score", "", "power=2");
                break;
            case "bce", "cross-entropy":
                card.twin("sklearn", "d2_log_loss_score", "", "holds probabilities in [2.2e-16, 1 - 2.2e-16]");
                break;
            case "brier", "multiclass-brier":
                card.twin("sklearn", "d2_brier_score");
                break;
            default:
                break;
        }
    }

    /** Whether a name that stands for these options is one of another aggregate than the mean. */
    static boolean isAggregate(List<String> implied) {
        return implied.contains("--reduction");
    }

    @Override
    public String refusal(Setup setup) {
        return each.card().bestConstant() == BestConstant.MEAN || !(each.formula(setup) instanceof RowFormula)
                ? null
                : "the best constant of " + each.card().name() + " is known for one prediction column, and there are "
                        + setup.predictions();
    }

    @Override
    public Formula formula(Setup setup) {
        Card loss = each.card(setup);
        boolean isFinite = setup.value(MomentScore.FORCE_FINITE) != 0;
        if (each instanceof SquaredError || each instanceof HalfSquaredError) {
            return new SquaredSkill(each instanceof SquaredError ? 1 : 2, isFinite);
        }
        Scale ofConstant = loss.scales().contains(Scale.VALUE) ? Scale.VALUE : Scale.PROBABILITY;
        return new SkillFormula(
                (SampleFormula) each.formula(setup),
                (SampleFormula) each.formula(setup.with(ofConstant, setup.predictions())),
                loss.bestConstant(),
                loss.target() == Target.NUMBER,
                loss.predictionDomain(ofConstant),
                isFinite);
    }
}
