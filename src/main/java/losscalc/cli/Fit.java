package losscalc.cli;

import losscalc.loss.Card;
import losscalc.loss.Scale;
import losscalc.loss.Target;

/**
 * Where an option makes sense: what the card of a loss decides. The check of the command line, the help and the
 * conventions ask here, so an option is either listed and does something, or is refused with a reason.
 */
final class Fit {
    private Fit() {}

    /** Whether the option can change anything for this loss. */
    static boolean fits(Option option, Card card) {
        return refusal(option, card) == null;
    }

    /** Whether it can for predictions on this scale. */
    static boolean fits(Option option, Card card, Scale scale) {
        return fits(option, card) && (option != Option.CLIP && !isOfSums(option) || scale == Scale.PROBABILITY);
    }

    /** Why the option cannot change anything for this loss, or null when it can. */
    static String refusal(Option option, Card card) {
        switch (option) {
            case POSITIVE, CLASSES:
                return isOfLabels(card) || card.target() == Target.LABELS ? null : forLabels(option, card);
            case IGNORE_INDEX:
                return card.target() == Target.CLASS || card.target() == Target.BINARY
                        ? null
                        : said(option, "for targets that are a class index", card);
            case SOFT_LABELS:
                return takesShares(card) ? null : said(option, "for targets that are 0 or 1", card);
            case NORMALIZE, RENORMALIZE, ANY_SUM:
                return card.hasShares() ? null : forShares(option, card);
            case CLIP, LOG_FLOOR:
                return card.hasProbabilities()
                        ? null
                        : option.longName() + " is for logarithms of probabilities, and " + card.name()
                                + " has none that it could hold";
            case LOG_BASE:
                return card.isOfLogarithms()
                        ? null
                        : "--log-base is for losses that are a logarithm, and " + card.name() + " is none";
            case LABEL_SMOOTHING:
                return card.isOfSets()
                        ? ofSets(option, card)
                        : setsLabelsAgainstEachOther(card)
                                ? ofPairs(option, card)
                                : takesShares(card) ? null : said(option, "for targets that are labels", card);
            case CLASS_WEIGHT:
                return card.isOfSets() ? ofSets(option, card) : isOfLabels(card) ? null : forLabels(option, card);
            case POS_WEIGHT:
                return card.isOfSets()
                        ? ofSets(option, card)
                        : setsLabelsAgainstEachOther(card)
                                ? ofPairs(option, card)
                                : isOfLabels(card) || card.target() == Target.LABELS ? null : forLabels(option, card);
            case TOP, GRADIENT, HESSIAN, QUANTILE, HALF, PERCENT, MEAN_OVER, ROOT:
                return card.isOfSets() ? ofSets(option, card) : null;
            default:
                return null;
        }
    }

    /** What the user could do instead, or null. */
    static String hint(Option option, Card card) {
        return isOfSums(option) && card.target() == Target.DISTRIBUTION ? "divide each row by its sum first" : null;
    }

    private static boolean isOfSums(Option option) {
        return option == Option.NORMALIZE || option == Option.RENORMALIZE || option == Option.ANY_SUM;
    }

    private static boolean isOfLabels(Card card) {
        return card.target() == Target.CLASS || card.target() == Target.BINARY || card.target() == Target.SIGN;
    }

    /** Whether a target may lie between its labels. */
    private static boolean takesShares(Card card) {
        return card.target() == Target.CLASS || card.target() == Target.BINARY || card.target() == Target.LABELS;
    }

    private static boolean setsLabelsAgainstEachOther(Card card) {
        return card.target() == Target.LABELS && card.fewestPredictions() > 1;
    }

    private static String ofPairs(Option option, Card card) {
        return option.longName() + " is for losses that each label has, and " + card.name()
                + " sets a row's labels against one another";
    }

    private static String forLabels(Option option, Card card) {
        return said(option, "for targets that are labels", card);
    }

    private static String said(Option option, String what, Card card) {
        return option.longName() + " is " + what + ", and the target of " + card.name() + " is "
                + card.target().meaning();
    }

    private static String forShares(Option option, Card card) {
        return option.longName() + " is for rows of class probabilities, and " + card.name()
                + " takes its columns as they are";
    }

    private static String ofSets(Option option, Card card) {
        return option.longName() + " is for losses that each row has, and " + card.name()
                + " is one of a whole set of rows";
    }
}
