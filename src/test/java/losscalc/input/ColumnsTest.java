package losscalc.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {
    private static Columns of(String... names) {
        return new Columns(List.of(names), "data.csv", true);
    }

    @Test
    void wellKnownNamesAreFoundWhateverTheirCase() {
        assertEquals(List.of(0), of("Y_True", "x").knownTargets());
        assertEquals(List.of(0, 1), of(" y ", "Label", "p").knownTargets());
        assertEquals(List.of(2), of(" y ", "Label", "p").knownPredictions());
        assertEquals(List.of(1), of("真实值", "预测值").knownPredictions());
        assertEquals(List.of(), new Columns(List.of("1", "2"), "data.csv", false).knownTargets());
    }

    @Test
    void anIdIsNoPredictionButMayBeAClass() {
        assertTrue(of("sample_id", "y").hasRowName(List.of(0), true));
        assertFalse(of("class_id", "a").hasRowName(List.of(0), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "ID", "index", "", " row ", "Unnamed: 0"})
    void aColumnThatNamesTheRowIsKnown(String name) {
        assertTrue(of("a", name).hasRowName(List.of(0, 1), false));
        assertFalse(of("a", name).hasRowName(List.of(0), false));
        assertFalse(of("a", "identity").hasRowName(List.of(0, 1), false));
        assertFalse(new Columns(List.of("a", name), "data.csv", false).hasRowName(List.of(0, 1), false));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "12, true", "-3, true", "-, false", "'', false", "1.5, false", "1a, false", "+1, false"})
    void aNumberIsMadeOfDigits(String text, boolean number) {
        assertEquals(number, Columns.isNumber(text));
    }
}
