package losscalc.loss;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Everything that is said about a loss, once: the list, the help, the explanation, the range checks, the
 * completion, the tables in the documents and the test data are all made from it.
 */
public final class Card {
    private final String name;
    private final String title;
    private final List<Alias> aliases = new ArrayList<>();
    private final List<Param> params = new ArrayList<>();
    private final List<Scale> scales = new ArrayList<>();
    private final List<Extra> extras = new ArrayList<>();
    private final List<Twin> twins = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Family family = Family.REGRESSION;
    private Target target = Target.NUMBER;
    private Interval targetDomain = Interval.REAL;
    private Interval predictionDomain = Interval.REAL;
    private boolean signed;
    private boolean shares;
    private boolean probabilities;
    private boolean logarithms;
    private boolean ofSets;
    private boolean higherIsBetter;
    private BestConstant bestConstant = BestConstant.NONE;
    private int fewestPredictions = 1;
    private int mostPredictions = 1;
    private int parts = 1;
    private Working working = Working.NONE;
    private String summary = "";
    private String use = "";
    private String avoid = "";
    private String formula = "";
    private String gradient = "";
    private String hessian = "";
    private String source = "";

    private Card(String name, String title) {
        this.name = name;
        this.title = title;
    }

    /** Begins a card with the loss's name on the command line and its name in a text. */
    public static Card of(String name, String title) {
        return new Card(name, title);
    }

    /** Other names under which the loss is found; case, hyphens and underscores do not matter. */
    public Card aliases(String... names) {
        return aliases(List.of(), names);
    }

    /** Other names that also say what the prediction is: torch's BCEWithLogitsLoss takes a logit. */
    public Card aliases(Scale implied, String... names) {
        return aliases(List.of("--from", implied.word()), names);
    }

    /**
     * Names of the loss with an option that is not its default, which the user may still override: {@code
     * rmse} is mse with {@code --reduction root}.
     */
    public Card shorthand(String option, String value, String... names) {
        return aliases(List.of(option, value), names);
    }

    private Card aliases(List<String> implied, String... names) {
        for (String each : names) {
            aliases.add(new Alias(each, implied));
        }
        return this;
    }

    /** The group that it is listed in, and what it is for in one line. */
    public Card about(Family group, String oneLine) {
        family = group;
        summary = oneLine;
        return this;
    }

    /** When it is the right loss, in a sentence. */
    public Card use(String when) {
        use = when;
        return this;
    }

    /** When it is the wrong one, and which is better then. */
    public Card avoid(String when) {
        avoid = when;
        return this;
    }

    /** The equation, in plain text. */
    public Card formula(String text) {
        formula = text.strip();
        return this;
    }

    /** The derivative with respect to the prediction, in plain text. */
    public Card gradient(String text) {
        gradient = text.strip();
        return this;
    }

    /** The second derivative with respect to the prediction, in plain text. */
    public Card hessian(String text) {
        hessian = text.strip();
        return this;
    }

    /** What the target is, and where it lies. */
    public Card target(Target kind, Interval domain) {
        target = kind;
        targetDomain = domain;
        return this;
    }

    /** Where a prediction on the scale of the target lies. */
    public Card prediction(Interval domain) {
        if (!scales.contains(Scale.VALUE)) {
            scales.add(Scale.VALUE);
        }
        predictionDomain = domain;
        return this;
    }

    /** What the prediction may be, the default first. */
    public Card prediction(Scale... kinds) {
        Collections.addAll(scales, kinds);
        return this;
    }

    /** A parameter. */
    public Card param(Param param) {
        params.add(param);
        return this;
    }

    /** Says that the loss may be negative: an error with its sign, or the logarithm of a density. */
    public Card signed() {
        signed = true;
        return this;
    }

    /** Says that a row of numbers may stand for probabilities, their shares of its sum: {@code --normalize}. */
    public Card shares() {
        shares = true;
        return this;
    }

    /** Says that it takes logarithms of probabilities that can be held away from 0: {@code --clip}. */
    public Card probabilities() {
        probabilities = true;
        return this;
    }

    /** Says that it is a logarithm of natural base, or a sum of such: another base is another unit. */
    public Card logarithms() {
        logarithms = true;
        return this;
    }

    /** Says that no single row has this loss, only a set of rows: so it has no derivatives. */
    public Card ofSets() {
        return ofSets("a set of rows", family == Family.SCORE ? "score" : "loss");
    }

    /** The same, where the set is the documents of a query. */
    public Card ofQueries() {
        return ofSets("a query", "loss");
    }

    private Card ofSets(String owner, String what) {
        ofSets = true;
        gradient = "none: " + owner + " has the " + what + ", not a row";
        hessian = gradient;
        return this;
    }

    /** Says that of several models the one with the highest value is the best. */
    public Card higherIsBetter() {
        higherIsBetter = true;
        return this;
    }

    /** Which constant prediction has the least sum of losses: {@code d2:LOSS} needs it. */
    public Card bestConstant(BestConstant constant) {
        bestConstant = constant;
        return this;
    }

    /** How many prediction columns belong to one row's loss, where that is neither one nor one for each target. */
    public Card predictions(int fewest, int most) {
        fewestPredictions = fewest;
        mostPredictions = most;
        return this;
    }

    /**
     * Says that a row's predictions are so many vectors of one length, one after the other; beside a target
     * that is a vector, each is as long as it.
     */
    public Card parts(int vectors) {
        parts = vectors;
        return this;
    }

    /** A further column. */
    public Card column(Extra extra) {
        extras.add(extra);
        return this;
    }

    /** The step that is shown beside each sample. */
    public Card working(Working step) {
        working = step;
        return this;
    }

    /** What another library calls the loss, where nothing differs. */
    public Card twin(String library, String itsName) {
        return twin(library, itsName, "", "");
    }

    /** What another library calls the loss, and the options that make it the same: {@code --floor 1}. */
    public Card twin(String library, String itsName, String options) {
        return twin(library, itsName, options, "");
    }

    /** The same, and what differs beside (no options: an empty string). */
    public Card twin(String library, String itsName, String options, String difference) {
        return add(new Twin(library, itsName, options, difference, false));
    }

    /** What the library calls the loss of one prediction column, where the loss is one of several classes, too. */
    public Card binaryTwin(String library, String itsName, String options, String difference) {
        return add(new Twin(library, itsName, options, difference, true));
    }

    /** What one library has stands together. */
    private Card add(Twin twin) {
        int at = twins.size();
        for (int i = 0; i < twins.size(); i++) {
            at = twins.get(i).library().equals(twin.library()) ? i + 1 : at;
        }
        twins.add(at, twin);
        return this;
    }

    /** Something that a reader could get wrong. */
    public Card note(String text) {
        notes.add(text);
        return this;
    }

    /** Where the loss comes from, with a DOI or an address. */
    public Card source(String text) {
        source = text;
        return this;
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    /** Its other names. */
    public List<Alias> aliases() {
        return Collections.unmodifiableList(aliases);
    }

    /** Its other names, without what they stand for. */
    public List<String> aliasNames() {
        List<String> names = new ArrayList<>();
        for (Alias alias : aliases) {
            names.add(alias.name());
        }
        return names;
    }

    public Family family() {
        return family;
    }

    public String summary() {
        return summary;
    }

    /** When it is the right loss. */
    public String use() {
        return use;
    }

    /** When it is the wrong one. */
    public String avoid() {
        return avoid;
    }

    public String formula() {
        return formula;
    }

    public String gradient() {
        return gradient;
    }

    public String hessian() {
        return hessian;
    }

    public Target target() {
        return target;
    }

    public Interval targetDomain() {
        return targetDomain;
    }

    /** Where a prediction of this scale lies. */
    public Interval predictionDomain(Scale scale) {
        return scale == Scale.VALUE ? predictionDomain : scale.domain();
    }

    /** What the prediction may be, the default first. */
    public List<Scale> scales() {
        return Collections.unmodifiableList(scales);
    }

    public List<Param> params() {
        return Collections.unmodifiableList(params);
    }

    /** Whether the loss may be negative. */
    public boolean isSigned() {
        return signed;
    }

    /** Whether a row of numbers may stand for probabilities, their shares of its sum. */
    public boolean hasShares() {
        return shares;
    }

    /** Whether it takes logarithms of probabilities that can be held away from 0. */
    public boolean hasProbabilities() {
        return probabilities;
    }

    /** Whether another base of the logarithms is another unit of the loss. */
    public boolean isOfLogarithms() {
        return logarithms;
    }

    /** Whether no single row has this loss, only a set of rows. */
    public boolean isOfSets() {
        return ofSets;
    }

    /** Whether of several models the one with the highest value is the best, not the one with the lowest. */
    public boolean isHigherBetter() {
        return higherIsBetter;
    }

    /** Which constant prediction has the least sum of losses. */
    public BestConstant bestConstant() {
        return bestConstant;
    }

    /** How many prediction columns a row's loss wants at least, beside one target. */
    public int fewestPredictions() {
        return fewestPredictions;
    }

    /** How many it takes at most; 1 when nothing was said: then the predictions are paired with the targets. */
    public int mostPredictions() {
        return mostPredictions;
    }

    /** How many vectors of one length the predictions of a row are. */
    public int parts() {
        return parts;
    }

    /** The further columns, in the order in which a row holds them. */
    public List<Extra> extras() {
        return Collections.unmodifiableList(extras);
    }

    public Working working() {
        return working;
    }

    public List<Twin> twins() {
        return Collections.unmodifiableList(twins);
    }

    public List<String> notes() {
        return Collections.unmodifiableList(notes);
    }

    public String source() {
        return source;
    }
}
