package losscalc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import losscalc.loss.Card;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Scale;
import losscalc.loss.Twin;
import losscalc.losses.Losses;
import losscalc.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the cards say of other libraries can be typed, and can do something. */
class ConventionTest {
    static Stream<Card> cards() {
        return Losses.all().stream().map(Loss::card);
    }

    @ParameterizedTest
    @MethodSource("cards")
    void theOptionsOfEveryTwinAreReadAndFitTheLoss(Card card) throws Problem {
        for (Twin twin : card.twins()) {
            String what = card.name() + ", " + twin.library() + " " + twin.name();
            assertFalse(twin.difference().startsWith("--"), what);
            assertTrue(twin.library().matches("[a-z][a-z0-9.-]*"), what);
            Scale scale = Twins.scaleOf(twin, card);
            List<String> words = new ArrayList<>(List.of(twin.options().split(" ")));
            words.remove("");
            CommandLineReader reader = new CommandLineReader(card, List.of());
            reader.read(words);
            assertEquals(scale, Settings.scale(card, reader), what);
            Settings settings = new Settings(card, reader, InputStream.nullInputStream());
            settings.adjustments();
            if (card.params().stream().noneMatch(Param::isRequired)) {
                settings.parameters();
            }
            for (String word : words) {
                Option option = Option.of(word);
                boolean isParam = card.params().stream().anyMatch(param -> word.equals("--" + param.name()));
                assertTrue(isParam || option == null || Fit.fits(option, card, scale), what + ": " + word);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cards")
    void everyTwinIsFoundByItsLibraryAndName(Card card) throws Problem {
        for (Twin twin : card.twins()) {
            CommandLineReader reader = new CommandLineReader(card, List.of());
            reader.read(List.of());
            String typed = twin.library() + ":" + twin.name();
            Scale scale = Twins.scaleOf(twin, card);
            if (twin.isAnother()) {
                Problem problem = assertThrows(
                        Problem.class, () -> Convention.of(card, typed, card.name(), scale, reader), typed);
                assertTrue(problem.getMessage().contains("another loss"), typed);
                continue;
            }
            Convention convention = Convention.of(card, typed, card.name(), scale, reader);
            assertEquals(twin.library(), convention.manner(List.of()).convention());
            assertTrue(convention.manner(List.of()).twin().startsWith(twin.name()), typed);
        }
    }

    /** LightGBM's own cross_entropy is one of a single column, and so is catboost's; a short name says nothing of it. */
    @Test
    void ofOneColumnTheFormIsTheOneOfOneColumn() throws Problem {
        assertEquals("cross_entropy", ofOneColumn("cross_entropy", "lightgbm", Scale.PROBABILITY));
        assertEquals("binary_logloss", ofOneColumn("ce", "lightgbm", Scale.PROBABILITY));
        assertEquals("CrossEntropy", ofOneColumn("CrossEntropy", "catboost", Scale.LOGIT));
        assertEquals("Logloss", ofOneColumn("ce", "catboost", Scale.PROBABILITY));
        assertEquals("logloss", ofOneColumn("ce", "xgboost", Scale.PROBABILITY));
        assertEquals("sigmoid_binary_cross_entropy", ofOneColumn("ce", "optax", Scale.PROBABILITY));
    }

    private static String ofOneColumn(String name, String library, Scale scale) throws Problem {
        Card card = Losses.find("cross-entropy").card();
        CommandLineReader reader = new CommandLineReader(card, List.of());
        reader.read(List.of());
        Convention convention = Convention.of(card, library, name, scale, reader);
        assertTrue(List.of("MultiClass", "multi_logloss", "mlogloss", "softmax_cross_entropy")
                .contains(convention.manner(List.of()).twin().split("[:;]")[0]));
        return convention.ofOneColumn().manner(List.of()).twin().split("[:;]")[0];
    }

    /** Keras's RootMeanSquaredError is a metric, whose weights divide; its losses divide by the rows. */
    @Test
    void anotherAggregateIsTheFormOfThatAggregate() throws Problem {
        for (String[] each : new String[][] {
            {"rmse", "keras", "RootMeanSquaredError"},
            {"rmse", "sklearn", "root_mean_squared_error"},
            {"rmse", "xgboost", "rmse"},
            {"medae", "sklearn", "median_absolute_error"},
            {"mse", "sklearn", "mean_squared_error"},
        }) {
            Card card = Losses.find(each[0]).card();
            CommandLineReader reader = new CommandLineReader(card, Losses.implied(card, each[0]));
            reader.read(List.of());
            Convention convention = Convention.of(card, each[1], each[0], Scale.VALUE, reader);
            assertEquals(each[2], convention.manner(List.of()).twin().split("[:;]")[0]);
        }
    }

    @Test
    void aLibraryHasOtherNamesAndVersions() {
        String[][] words = {
            {"sklearn-0.24.2", "sklearn-1.1"},
            {"scikit-learn-1.1", "sklearn-1.1"},
            {"sklearn1.2", "sklearn-1.2"},
            {"sklearn-1.4.1", "sklearn-1.2"},
            {"sklearn-1.5", "sklearn"},
            {"sklearn-1.10", "sklearn"},
            {"sklearn-1", "sklearn"},
            {"sklearn-2.0", "sklearn"},
            {"scikit-learn", "sklearn"},
            {"PyTorch-2.1", "torch"},
            {"tf2", "keras"},
            {"keras-3", "keras"},
            {"R-Metrics", "r-metrics"},
            {"tfa", "tensorflow-addons"},
            {"mlnet", "mlnet"},
            {"h2o", "h2o"},
            {"sklearn-1.x", "sklearn-1.x"},
        };
        for (String[] each : words) {
            assertEquals(each[1], Libraries.named(each[0]), each[0]);
        }
    }

    @Test
    void whatIsTypedWinsOverTheConvention() throws Problem {
        Card card = Losses.find("ape").card();
        CommandLineReader reader = new CommandLineReader(card, List.of());
        reader.read(List.of("--floor", "2"));
        reader.imply(Convention.of(card, "keras", "ape", Scale.VALUE, reader).words());
        assertEquals("2", reader.word("--floor"));
        assertTrue(reader.has(Option.PERCENT));
        assertNull(reader.word(Option.MEAN_OVER), "without weights it changes nothing");
    }
}
