package losscalc.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import losscalc.Program;
import losscalc.loss.Loss;
import losscalc.manual.Catalogue;
import losscalc.manual.NotHere;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A loss is found under the name that people know from their library; the list is {@code names/peers.txt}. */
class PeerNamesTest {
    private record Peer(String library, String name, String ours) {}

    private static List<Peer> peers() throws IOException {
        List<Peer> peers = new ArrayList<>();
        for (String line : Files.readAllLines(Program.project("src/test/resources/names/peers.txt"))) {
            if (!line.startsWith("#")) {
                String[] words = line.split(" ", 3);
                peers.add(new Peer(words[0], words[1], words[2]));
            }
        }
        return peers;
    }

    @TestFactory
    Stream<DynamicTest> everyNameFindsWhatItStandsFor() throws IOException {
        return peers().stream()
                .map(peer -> DynamicTest.dynamicTest(peer.library() + " " + peer.name(), () -> {
                    for (String typed : spellings(peer.name())) {
                        check(peer, typed);
                    }
                }));
    }

    private static void check(Peer peer, String typed) {
        Loss loss = Losses.find(typed);
        if (peer.ours().equals("?")) {
            assertNull(loss, typed);
            assertTrue(Catalogue.twinHint(typed) != null || Catalogue.plainHint(typed) != null, typed);
        } else if (peer.ours().equals("-")) {
            assertNull(loss, typed);
        } else {
            assertNotNull(loss, typed);
            String found = Stream.concat(Stream.of(loss.card().name()), Losses.implied(loss.card(), typed).stream())
                    .collect(Collectors.joining(" "))
                    .strip();
            assertEquals(peer.ours(), found, typed);
        }
    }

    /** As the library writes it, in other cases, and with hyphens. */
    private static List<String> spellings(String name) {
        return List.of(name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT), name.replace('_', '-'));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotHereHasAReason() throws IOException {
        return peers().stream()
                .filter(peer -> peer.ours().equals("-"))
                .map(peer -> DynamicTest.dynamicTest(peer.library() + " " + peer.name(), () -> {
                    for (String typed : spellings(peer.name())) {
                        assertNotNull(NotHere.reason(typed), typed);
                    }
                }));
    }
}
