package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may use whom. A package stands below all that it uses, so there is no cycle. */
class PackagesTest {
    private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

    static {
        MAY_USE.put("problem", Set.of());
        MAY_USE.put("num", Set.of());
        MAY_USE.put("loss", Set.of("num", "problem"));
        MAY_USE.put("losses", Set.of("loss", "num"));
        MAY_USE.put("input", Set.of("loss", "num", "problem"));
        MAY_USE.put("input.fast", Set.of("input", "loss", "num", "problem"));
        MAY_USE.put("engine", Set.of("input", "loss", "num", "problem"));
        MAY_USE.put("report", Set.of("engine", "input", "loss", "num", "problem"));
        MAY_USE.put("manual", Set.of("loss", "losses", "num", "problem", "report"));
        MAY_USE.put(
                "cli", Set.of("engine", "input", "input.fast", "loss", "losses", "manual", "num", "problem", "report"));
        MAY_USE.put("", Set.of("cli"));
    }

    /** Libraries, and the only package that knows each of them. */
    private static final Map<String, String> LIBRARIES = Map.of("org/apache/commons/csv/", "input", "picocli/", "cli");

    private static final Pattern OURS = Pattern.compile("losscalc/((?:[a-z]+/)*)[A-Z]");

    @Test
    void everyPackageUsesOnlyWhatItMayUse() throws IOException {
        Map<String, Set<String>> tooMuch = new TreeMap<>();
        for (Path file : classFiles()) {
            String user = packageOf(file);
            assertTrue(MAY_USE.containsKey(user), () -> "nobody has said what the package " + user + " may use");
            for (String used : packagesIn(file)) {
                if (!used.equals(user) && !MAY_USE.get(user).contains(used)) {
                    tooMuch.computeIfAbsent(user + " uses " + used, key -> new TreeSet<>())
                            .add(file.getFileName().toString());
                }
            }
        }
        assertEquals(Map.of(), tooMuch);
    }

    @Test
    void theRuleItselfHasNoCycle() {
        Set<String> below = new HashSet<>();
        MAY_USE.forEach((user, used) -> {
            assertTrue(below.containsAll(used), () -> user + " uses what stands above it: " + used);
            below.add(user);
        });
    }

    @Test
    void everyLibraryIsKnownToOnePackageAlone() throws IOException {
        for (Path file : classFiles()) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            LIBRARIES.forEach((library, user) ->
                    assertTrue(!text.contains(library) || packageOf(file).equals(user), () -> file + ": " + library));
        }
    }

    @Test
    void nobodyBelowMainTouchesTheStreamsOrTheExitOfTheProcess() throws IOException {
        for (Path file : classFiles()) {
            if (!packageOf(file).isEmpty()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                // System.out, System.err and System.in are fields of these types.
                assertTrue(!text.contains("Ljava/io/PrintStream;"), () -> file + " uses System.out");
                // The name of a method and its descriptor stand one behind the other.
                assertTrue(!text.contains("exit\u0001\u0000\u0004(I)V"), () -> file + " ends the process");
            }
        }
    }

    /** All packages whose classes are named in a class file: in types, descriptors and signatures. */
    private static Set<String> packagesIn(Path file) throws IOException {
        Set<String> packages = new TreeSet<>();
        Matcher names = OURS.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (names.find()) {
            packages.add(dotted(names.group(1)));
        }
        return packages;
    }

    private static String packageOf(Path file) {
        Path folder = Program.classes().resolve("losscalc").relativize(file.getParent());
        return dotted(folder.toString().replace('\\', '/') + "/");
    }

    private static String dotted(String folder) {
        return folder.isEmpty() || folder.equals("/")
                ? ""
                : folder.substring(0, folder.length() - 1).replace('/', '.');
    }

    private static List<Path> classFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Program.classes().resolve("losscalc"))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .collect(Collectors.toList());
        }
    }
}
