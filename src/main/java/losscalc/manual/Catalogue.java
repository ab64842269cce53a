package losscalc.manual;

import java.util.ArrayList;
import java.util.List;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Loss;
import losscalc.loss.Twin;
import losscalc.losses.Losses;
import losscalc.problem.Echo;
import losscalc.problem.Problem;

/** What the losses are called, here and elsewhere. */
public final class Catalogue {
    private Catalogue() {}

    /** All names and aliases. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Loss loss : Losses.all()) {
            names.add(loss.card().name());
            names.addAll(loss.card().aliasNames());
        }
        return names;
    }

    /** The libraries whose names are known. */
    public static List<String> libraries() {
        List<String> libraries = new ArrayList<>();
        for (Loss loss : Losses.all()) {
            for (Twin twin : loss.card().twins()) {
                if (!libraries.contains(twin.library())) {
                    libraries.add(twin.library());
                }
            }
        }
        return libraries;
    }

    /** What is like a loss that another library calls so, and where it differs; null when none does. */
    public static String twinHint(String name) {
        for (Loss loss : Losses.all()) {
            StringBuilder hint = new StringBuilder();
            for (Twin twin : loss.card().twins()) {
                if (Losses.key(twin.name()).equals(Losses.key(name))) {
                    hint.append(hint.length() == 0 ? "losscalc " + loss.card().name() + " is near to it" : "")
                            .append("; ")
                            .append(twin.library())
                            .append(' ')
                            .append(twin.name())
                            .append(": ")
                            .append(twin.inWords().isEmpty() ? "the same" : twin.inWords());
                }
            }
            if (hint.length() > 0) {
                return hint.toString();
            }
        }
        return null;
    }

    /** The name without what a library writes before it: torch.nn.MSELoss, reg:squarederror. */
    public static String plain(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
    }

    /** What to type for a name with its library before it, or with a parameter behind it; null for any other. */
    public static String plainHint(String name) {
        int at = name.indexOf('@');
        if (at > 0) {
            return parameterHint(name.substring(0, at), name.substring(at + 1));
        }
        String plain = plain(name);
        Loss loss = plain.equals(name) ? null : Losses.find(plain);
        return loss == null
                ? null
                : ("losscalc " + loss.card().name() + " " + String.join(" ", Losses.implied(loss.card(), plain)))
                        .strip();
    }

    /** XGBoost writes a metric's parameter behind it: error@0.7. */
    private static String parameterHint(String name, String value) {
        for (Loss loss : Losses.all()) {
            Card card = loss.card();
            for (Twin twin : card.twins()) {
                if (twin.library().equals("xgboost")
                        && Losses.key(twin.name()).equals(Losses.key(name))
                        && card.params().size() == 1) {
                    return "losscalc " + card.name() + " --"
                            + card.params().get(0).name() + " " + value;
                }
            }
        }
        return null;
    }

    /** What is said to {@code d2:LOSS} where that loss has no skill over a best constant; null for any other name. */
    public static Problem noSkill(String name) {
        Loss loss = name.startsWith("d2:") ? Losses.find(name.substring(3)) : null;
        if (loss == null) {
            return null;
        }
        Card card = loss.card();
        boolean isOfMean = card.bestConstant() != BestConstant.NONE;
        String itself = "losscalc " + card.name() + " gives the loss itself; d2:mse, d2:mae and others have a constant";
        if (isOfMean) {
            return Problem.usage(
                    "d2:LOSS is the score of a mean, and " + Echo.name(name.substring(3)) + " is another aggregate",
                    "losscalc d2:" + card.name());
        }
        if (card.isOfSets()) {
            return Problem.usage(
                    "d2:LOSS is made of a loss that each row has, and " + card.name()
                            + " is one of a whole set of rows",
                    "losscalc " + card.name() + " gives the score itself");
        }
        if (card.isSigned()) {
            return Problem.usage(
                    card.name() + " may be negative, so there is no share of it that a best constant could have more",
                    itself);
        }
        return !card.extras().isEmpty() || card.fewestPredictions() > 1 || card.parts() > 1
                ? Problem.usage(
                        "no best constant of " + card.name() + " is known: its prediction is more than one number,"
                                + " and the mean of the targets is not always the best",
                        "losscalc " + card.name() + " gives the loss itself; d2:cross-entropy, d2:multiclass-brier"
                                + " have a constant")
                : Problem.usage(
                        "no best constant of " + card.name() + " is known: its sum over many rows may be flat,"
                                + " or have several lowest points",
                        itself);
    }
}
