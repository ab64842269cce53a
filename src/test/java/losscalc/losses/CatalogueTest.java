package losscalc.losses;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import losscalc.Program;
import losscalc.loss.Alias;
import losscalc.loss.Card;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of contents and the cards say the same, and leave nothing out. */
class CatalogueTest {
    static Stream<Card> cards() {
        return Losses.all().stream().map(Loss::card);
    }

    @Test
    void everyClassThatIsALossIsListed() throws IOException {
        Set<String> listed =
                Losses.all().stream().map(loss -> loss.getClass().getName()).collect(Collectors.toSet());
        Set<String> found = classesThatAreLosses();
        assertTrue(found.remove(Skill.class.getName()), "d2:LOSS is made of a loss, and is none of the list");
        assertEquals(listed, found);
    }

    @Test
    void everyNameAndAliasIsOfOneLossAlone() {
        Map<String, String> owners = new HashMap<>();
        cards().forEach(card -> names(card).forEach(name -> {
            String owner = owners.put(Losses.key(name), card.name());
            assertTrue(owner == null || owner.equals(card.name()), () -> name + " is also a name of " + owner);
        }));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void twoSpellingsOfOneAliasStandForTheSame(Card card) {
        Map<String, List<String>> implied = new HashMap<>();
        for (Alias alias : card.aliases()) {
            List<String> before = implied.put(Losses.key(alias.name()), alias.implied());
            assertTrue(before == null || before.equals(alias.implied()), alias.name());
            assertEquals(alias.implied(), Losses.implied(card, alias.name()));
        }
        assertEquals(List.of(), Losses.implied(card, card.name()));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void whatAnAliasStandsForCanBeTyped(Card card) {
        for (Alias alias : card.aliases()) {
            if (!alias.implied().isEmpty()) {
                String option = alias.implied().get(0);
                String value = alias.implied().get(1);
                assertEquals(2, alias.implied().size(), alias.name());
                assertTrue(
                        switch (option) {
                            case "--from" ->
                                card.scales().stream()
                                        .anyMatch(scale -> scale.word().equals(value));
                            case "--reduction" -> !card.isOfSets();
                            case "--half" -> value.isEmpty();
                            default ->
                                card.params().stream()
                                        .anyMatch(param -> ("--" + param.name()).equals(option)
                                                && (param.choices().contains(value) || isInRange(param, value)));
                        },
                        alias.name());
            }
        }
    }

    private static boolean isInRange(Param param, String value) {
        return param.kind() == Param.Kind.NUMBER
                && param.range().contains(value.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(value));
    }

    @Test
    void theTableOfContentsHasTheNamesOfTheCardsAndNoOthers() throws IOException {
        Set<String> ofCards =
                cards().flatMap(CatalogueTest::names).map(Losses::key).collect(Collectors.toSet());
        assertEquals(new TreeSet<>(ofCards), namesInTheSwitch());
    }

    @ParameterizedTest
    @MethodSource("cards")
    void everyNameFindsItsLoss(Card card) {
        Class<?> loss = Losses.find(card.name()).getClass();
        names(card).forEach(name -> {
            assertSame(loss, Losses.find(name).getClass(), name);
            assertSame(loss, Losses.find(name.toUpperCase(Locale.ROOT)).getClass(), name);
            assertSame(loss, Losses.find(name.replace('-', '_')).getClass(), name);
        });
    }

    @Test
    void whatIsNoNameFindsNothing() {
        for (String name : new String[] {"", "-", "no-such-loss", "mse ", "hüber"}) {
            assertNull(Losses.find(name), name);
        }
    }

    @ParameterizedTest
    @MethodSource("cards")
    void namesAreShortAsciiWords(Card card) {
        assertTrue(card.name().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), card.name());
        card.aliasNames().forEach(alias -> assertTrue(alias.matches("[A-Za-z][A-Za-z0-9_-]*"), alias));
        card.params().forEach(param -> assertTrue(param.name().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), param.name()));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void everyTextIsThere(Card card) {
        assertAll(
                card.name(),
                () -> assertFalse(card.title().isBlank(), "title"),
                () -> assertFalse(card.summary().isBlank(), "summary"),
                () -> assertFalse(
                        card.summary().contains("\n") || card.summary().endsWith("."), "summary: one line"),
                () -> assertTrue(card.use().matches("(?s)[A-Za-z0-9].{20,109}[.?]"), "use: a sentence"),
                () -> assertTrue(card.avoid().matches("(?s)[A-Za-z0-9].{20,109}[.?]"), "avoid: a sentence"),
                () -> assertFalse(card.formula().isBlank(), "formula"),
                () -> assertFalse(card.gradient().isBlank(), "gradient"),
                () -> assertTrue(card.source().contains("https://"), "source with a DOI or an address"),
                () -> assertNotNull(card.family()),
                () -> assertFalse(card.scales().isEmpty(), "scales"),
                () -> card.twins()
                        .forEach(twin -> assertFalse(
                                twin.name().isBlank() || twin.library().isBlank())),
                () -> card.notes().forEach(note -> assertTrue(note.matches("(?s).*\\.\\)?"), note)));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void everyDefaultLiesInItsRange(Card card) {
        for (Param param : card.params()) {
            assertFalse(param.meaning().isBlank(), param.name());
            assertTrue(
                    param.isOptional() || param.range().contains(param.byDefault()),
                    () -> "--" + param.name() + " " + param.byDefault() + " is outside " + param.range());
        }
    }

    private static Stream<String> names(Card card) {
        return Stream.concat(Stream.of(card.name()), card.aliasNames().stream());
    }

    private static Set<String> classesThatAreLosses() throws IOException {
        try (Stream<Path> files = Files.list(Program.classes().resolve("losscalc/losses"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .map(name -> "losscalc.losses." + name.substring(0, name.length() - 6))
                    .filter(CatalogueTest::isLoss)
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isLoss(String name) {
        try {
            return Loss.class.isAssignableFrom(Class.forName(name));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The words behind {@code case} in the source of {@link Losses}. */
    private static Set<String> namesInTheSwitch() throws IOException {
        String source = Files.readString(Program.project("src/main/java/losscalc/losses/Losses.java"));
        Set<String> names = new TreeSet<>();
        Matcher cases = Pattern.compile("case ([^:]+):").matcher(source);
        while (cases.find()) {
            Matcher words = Pattern.compile("\"([^\"]*)\"").matcher(cases.group(1));
            while (words.find()) {
                assertTrue(names.add(words.group(1)), words.group(1));
            }
        }
        return names;
    }
}
