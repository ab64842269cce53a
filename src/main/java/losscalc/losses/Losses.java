package losscalc.losses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import losscalc.loss.Alias;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Loss;

/**
 * The table of contents: every loss's names and the file that it stands in.
 *
 * <p>A switch that returns an interface, so that only the class of the loss that was named is loaded.
 */
public final class Losses {
    /** The canonical names, in the order in which the losses are listed. */
    private static final String[] NAMES = {
        // Regression
        "mse",
        "half-squared",
        "mae",
        "huber",
        "smooth-l1",
        "pseudo-huber",
        "log-cosh",
        "pinball",
        "expectile",
        "squared-log",
        "ape",
        "spe",
        "smape",
        "wmape",
        "error",
        "pe",
        "lp",
        "fair",
        "epsilon-insensitive",
        "squared-epsilon-insensitive",
        "general-robust",
        "tukey",
        "periodic",
        "logit-dist",
        "within",
        "mase",
        // Counts, positive values, likelihoods
        "poisson-nll",
        "poisson-deviance",
        "gamma-nll",
        "gamma-deviance",
        "tweedie-deviance",
        "tweedie-nll",
        "gaussian-nll",
        "laplace-nll",
        "negbin-nll",
        "student-nll",
        "crps",
        "crps-gaussian",
        "interval",
        "wis",
        // Binary
        "bce",
        "brier",
        "hinge",
        "squared-hinge",
        "smoothed-hinge",
        "modified-huber",
        "perceptron",
        "exponential",
        "logistic",
        "sigmoid-margin",
        "squared-margin",
        "dwd",
        "savage",
        "sparsemax-binary",
        "hinge-embedding",
        "contrastive",
        "zero-one",
        "cost",
        "dice",
        "tversky",
        "ece",
        // Multi-class and multi-label
        "cross-entropy",
        "focal",
        "gce",
        "poly1",
        "multi-margin",
        "multiclass-hinge",
        "multiclass-perceptron",
        "multiclass-sparsemax",
        "multilabel-soft-margin",
        "multilabel-margin",
        "hamming",
        "multiclass-brier",
        "rps",
        "top-k",
        "generalized-dice",
        // Distributions, vectors, ranking
        "kl",
        "generalized-kl",
        "js",
        "cosine",
        "cosine-embedding",
        "margin-ranking",
        "triplet",
        "ranking-softmax",
        "pair-logit",
        "giou",
        // Scores
        "r2",
        "adjusted-r2",
        "explained-variance",
        "rse",
        "rae",
        "nrmse",
        "ccc",
        "corr2",
    };

    private Losses() {}

    /**
     * The loss of that name or alias, or null. Case, hyphens and underscores do not matter, nor does a
     * {@code Loss} at the end of the name.
     */
    public static Loss find(String name) {
        String key = key(name);
        if (key.startsWith("d2")) {
            return skill(Skill.of(key));
        }
        Loss loss = named(key);
        return loss == null && key.endsWith("loss") ? named(withoutLoss(key)) : loss;
    }

    /** The options that a name of the loss stands for, as they would be typed: each and its value. */
    public static List<String> implied(Card card, String name) {
        String key = key(name);
        for (int pass = 0; pass < 2; pass++) {
            for (Alias alias : card.aliases()) {
                if (key(alias.name()).equals(key)) {
                    return alias.implied();
                }
            }
            if (!key.endsWith("loss")) {
                break;
            }
            key = withoutLoss(key);
        }
        return List.of();
    }

    /** Its skill over the best constant, or null where there is none. */
    private static Loss skill(String name) {
        Loss loss = name == null ? null : find(name);
        boolean has = loss != null
                && loss.card().bestConstant() != BestConstant.NONE
                && !Skill.isAggregate(implied(loss.card(), name));
        return has ? new Skill(loss) : null;
    }

    private static String withoutLoss(String key) {
        return key.substring(0, key.length() - "loss".length());
    }

    private static Loss named(String key) {
        switch (key) {
            // Regression
            case "mse", "squared", "se", "l2", "mseloss", "meansquarederror", "squarederror", "l2distloss", "classic":
            case "regressionl2", "l2root", "rmse", "rootmeansquarederror", "sse", "sumofsquarederrors":
                return new SquaredError();
            case "halfsquared", "halfmse", "halfsquarederror", "l2loss":
                return new HalfSquaredError();
            case "mae", "absolute", "absolutedifference", "ae", "l1", "l1loss", "meanabsoluteerror", "absoluteerror":
            case "l1distloss", "regressionl1", "medae", "medianabsoluteerror", "mdae", "medianae", "maxerror":
            case "maxabsoluteerror":
                return new AbsoluteError();
            case "huber", "huberloss", "hubert":
                return new Huber();
            case "smoothl1", "smoothl1loss":
                return new SmoothL1();
            case "pseudohuber", "pseudohuberloss", "pseudohubererror", "mphe", "huberlosspseudo", "charbonnier":
            case "softl1":
                return new PseudoHuber();
            case "logcosh", "logcosherror", "logcoshloss":
                return new LogCosh();
            case "pinball", "quantile", "quantileloss", "quantileerror", "pinballloss", "meanpinballloss":
                return new Pinball();
            case "expectile", "expectileloss", "expectileerror", "asymmetricsquared":
                return new Expectile();
            case "squaredlog", "msle", "sle", "rmsle", "meansquaredlogerror", "meansquaredlogarithmicerror":
            case "squaredlogerror", "squaredlogarithmicerror", "rootmeansquaredlogerror":
                return new SquaredLog();
            case "ape", "mape", "meanabsolutepercentageerror", "absolutepercentageerror", "mdape", "medianape":
                return new AbsolutePercentageError();
            case "spe", "mspe", "squaredpercentageerror", "rmspe", "rootmeansquaredpercentageerror":
                return new SquaredPercentageError();
            case "smape", "symmetricmeanabsolutepercentageerror", "symmetricmape", "symmetricabsolutepercentageerror":
                return new SymmetricPercentageError();
            case "wmape", "wape", "weightedmape", "weightedmeanabsolutepercentageerror":
                return new WeightedPercentageError();
            case "error", "bias", "msd", "me", "meanerror", "meansigneddeviation", "residual":
                return new SignedError();
            case "pe", "mpe", "percentageerror", "meanpercentageerror":
                return new PercentageError();
            case "lp", "lq", "lpdistloss", "minkowski":
                return new Power();
            case "fair", "fairloss":
                return new Fair();
            case "epsiloninsensitive", "svr", "epsiloninsloss", "l1epsiloninsloss":
                return new EpsilonInsensitive();
            case "squaredepsiloninsensitive", "l2epsiloninsloss":
                return new SquaredEpsilonInsensitive();
            case "generalrobust", "barron", "adaptiverobust", "cauchy", "lorentzian", "gemanmcclure", "welsch":
            case "leclerc":
                return new GeneralRobust();
            case "tukey", "biweight", "bisquare", "tukeybiweight":
                return new Tukey();
            case "periodic", "periodicloss", "circular", "vonmises":
                return new Periodic();
            case "logitdist", "logitdistloss", "logisticdistance":
                return new LogitDist();
            case "within", "numerrors", "toleranceerror":
                return new Within();
            case "mase", "meanabsolutescalederror":
                return new ScaledError();
            // Counts, positive values, likelihoods
            case "poissonnll", "poisson", "poissonloss", "poissonnloglik", "poissonlogloss", "poissonnllloss":
            case "halfpoissonloss", "logpoissonloss":
                return new PoissonNll();
            case "poissondeviance", "meanpoissondeviance":
                return new PoissonDeviance();
            case "gammanll", "gamma", "gammanloglik", "gammaloss", "exponentialnll", "halfgammaloss":
                return new GammaNll();
            case "gammadeviance", "meangammadeviance":
                return new GammaDeviance();
            case "tweediedeviance", "meantweediedeviance", "tweediedeviancescore", "halftweedielossidentity":
                return new TweedieDeviance();
            case "tweedienll", "tweedie", "tweedienloglik", "tweedieloss", "halftweedieloss":
                return new TweedieNll();
            case "gaussiannll", "gaussiannllloss", "normalnll":
                return new GaussianNll();
            case "laplacenll", "laplace":
                return new LaplaceNll();
            case "negbinnll", "negativebinomial", "negativebinomialnll", "nb2":
                return new NegativeBinomialNll();
            case "studentnll", "studentt", "studenttnll", "tnll":
                return new StudentNll();
            case "crps", "continuousrankedprobabilityscore", "crpsensemble", "energyscore":
                return new EnsembleCrps();
            case "crpsgaussian", "gaussiancrps", "crpsnorm", "normalcrps":
                return new GaussianCrps();
            case "interval", "intervalscore", "winkler", "winklerscore":
                return new IntervalScore();
            case "wis", "weightedintervalscore", "quantilescore", "multiquantile":
                return new WeightedIntervalScore();
            // Binary
            case "bce", "binarycrossentropy", "bceloss", "binarylogloss", "cxe", "sigmoidcrossentropy":
            case "sigmoidcrossentropywithlogits", "weightedcrossentropywithlogits", "bcewithlogitsloss":
            case "sigmoidbinarycrossentropy", "binarycrossentropywithlogits", "halfbinomialloss":
                return new BinaryCrossEntropy();
            case "brier", "brierscore", "brierscoreloss", "brierclass":
                return new Brier();
            case "hinge", "hingeloss", "l1hingeloss", "binaryhingeloss":
                return new Hinge();
            case "squaredhinge", "squaredhingeloss", "l2hingeloss":
                return new SquaredHinge();
            case "smoothedhinge", "smoothedl1hingeloss", "smoothhinge":
                return new SmoothedHinge();
            case "modifiedhuber", "modifiedhuberloss":
                return new ModifiedHuber();
            case "perceptron", "perceptronloss":
                return new Perceptron();
            case "exponential", "exponentialloss", "exploss", "adaboost":
                return new Exponential();
            case "logistic", "softmarginloss", "softmargin", "logisticloss", "logitmarginloss":
                return new Logistic();
            case "sigmoidmargin", "sigmoidloss":
                return new SigmoidMargin();
            case "squaredmargin", "l2marginloss", "leastsquaresmargin":
                return new SquaredMargin();
            case "dwd", "dwdmarginloss", "distanceweighteddiscrimination":
                return new DistanceWeightedDiscrimination();
            case "savage", "savageloss", "savageboost":
                return new Savage();
            case "sparsemaxbinary", "sparsemaxloss":
                return new BinarySparsemax();
            case "hingeembedding", "hingeembeddingloss":
                return new HingeEmbedding();
            case "contrastive", "contrastiveloss":
                return new Contrastive();
            case "zeroone", "zerooneloss", "binaryerror", "misclassification", "misclassloss", "errorrate":
            case "binaryhammingdistance":
                return new ZeroOne();
            case "cost", "classificationcost", "expectedcost":
                return new ClassificationCost();
            case "dice", "diceloss", "binarydiceloss", "softdice":
                return new Dice();
            case "tversky", "tverskyloss":
                return new Tversky();
            case "ece", "calibrationerror", "expectedcalibrationerror", "binarycalibrationerror":
            case "multiclasscalibrationerror":
                return new CalibrationError();
            // Multi-class and multi-label
            case "crossentropy", "ce", "crossentropyloss", "categoricalcrossentropy", "sparsecategoricalcrossentropy":
            case "softmaxcrossentropy", "softmaxcrossentropywithintegerlabels", "nll", "nllloss", "mlogloss":
            case "multilogloss", "logloss", "nllloss2d", "softmaxcrossentropywithlogits":
            case "sparsesoftmaxcrossentropywithlogits", "sparsesoftmaxcrossentropy", "safesoftmaxcrossentropy":
            case "halfmultinomialloss", "mnlogloss", "ll", "xentropy", "perplexity":
                return new CrossEntropy();
            case "focal", "focalloss", "binaryfocalcrossentropy", "categoricalfocalcrossentropy", "sigmoidfocalloss":
            case "sigmoidfocalcrossentropy":
                return new Focal();
            case "gce", "categoricalgeneralizedcrossentropy", "generalizedcrossentropy":
                return new GeneralizedCrossEntropy();
            case "poly1", "polyloss", "polylosscrossentropy", "poly1crossentropy":
                return new PolyCrossEntropy();
            case "multimargin", "multimarginloss", "westonwatkins":
                return new MultiMargin();
            case "multiclasshinge", "multiclasshingeloss", "crammersinger", "categoricalhinge":
                return new MulticlassHinge();
            case "multiclassperceptron", "multiclassperceptronloss":
                return new MulticlassPerceptron();
            case "multiclasssparsemax", "multiclasssparsemaxloss":
                return new MulticlassSparsemax();
            case "multilabelsoftmargin", "multilabelsoftmarginloss", "multicrossentropy":
                return new MultilabelSoftMargin();
            case "multilabelmargin", "multilabelmarginloss":
                return new MultilabelMargin();
            case "hamming", "hammingloss", "hammingdistance", "multilabelhammingdistance", "hamminglossfn":
                return new Hamming();
            case "multiclassbrier", "briermulticlass", "multiclassbrierscore", "quadraticscore":
                return new MulticlassBrier();
            case "rps", "rankedprobscore", "rankedprobabilityscore":
                return new RankedProbability();
            case "topk", "topkerror", "multierror", "merror":
                return new TopK();
            case "generalizeddice", "multiclassgeneralizeddiceloss", "generalizeddiceloss":
                return new GeneralizedDice();
            // Distributions, vectors, ranking
            case "kl", "kldivergence", "kullbackleibler", "kullbackleiblerdivergence", "kld", "relativeentropy":
            case "kldivloss", "kldiv":
                return new KullbackLeibler();
            case "generalizedkl", "generalizedkldivergence", "idivergence", "convexkldivergence":
                return new GeneralizedKullbackLeibler();
            case "js", "jensenshannon", "jensenshannondivergence", "jsdivergence":
                return new JensenShannon();
            case "cosine", "cosinedistance", "cosineloss", "cosineproximity":
                return new CosineDistance();
            case "cosineembedding", "cosineembeddingloss":
                return new CosineEmbedding();
            case "marginranking", "marginrankingloss":
                return new MarginRanking();
            case "triplet", "tripletmarginloss", "tripletloss":
                return new Triplet();
            case "rankingsoftmax", "rankingsoftmaxloss", "listnet", "querysoftmax":
                return new RankingSoftmax();
            case "pairlogit", "pairlogitpairwise", "ranknet", "pairwiselogistic":
                return new PairLogit();
            case "giou", "giouloss", "generalizedboxiouloss":
                return new GeneralizedIntersectionOverUnion();
            // Scores
            case "r2", "r2score", "rsquared", "rsqtrad", "rsquare", "explainedvariation", "nashsutcliffe", "nse":
                return new DeterminationCoefficient();
            case "adjustedr2", "adjr2", "adjustedrsquared", "r2adjusted":
                return new AdjustedDetermination();
            case "explainedvariance", "explainedvariancescore", "evs":
                return new ExplainedVariance();
            case "rse", "relativesquarederror", "rrse", "rootrelativesquarederror":
                return new RelativeSquaredError();
            case "rae", "relativeabsoluteerror":
                return new RelativeAbsoluteError();
            case "nrmse", "normalizedrmse", "normalizedrootmeansquarederror", "relativermse", "rmserelative":
                return new NormalizedRootError();
            case "ccc", "concordancecorrcoef", "concordancecorrelation", "linsccc":
                return new ConcordanceCorrelation();
            case "corr2", "rsq", "squaredcorrelation", "squaredpearson":
                return new SquaredCorrelation();
            default:
                return null;
        }
    }

    /** Every loss, in the order of the list. */
    public static List<Loss> all() {
        List<Loss> all = new ArrayList<>(NAMES.length);
        for (String name : NAMES) {
            all.add(find(name));
        }
        return all;
    }

    /** A name as it is compared: lower case, without hyphens and underscores. */
    public static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '-' && c != '_') {
                key.append(c);
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }
}
