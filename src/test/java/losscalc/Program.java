package losscalc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs in processes of their own, for what cannot be seen from inside. */
public final class Program {
    /** What came of a process. */
    public record Ended(int code, String out, String err) {}

    private Program() {}

    /** A place in the project's folder. */
    public static Path project(String path) {
        return Path.of(System.getProperty("basedir", ""), path).toAbsolutePath();
    }

    /** The folder of the program's own classes. */
    public static Path classes() {
        return Path.of(
                System.getProperty("losscalc.classes", project("target/classes").toString()));
    }

    /** The command that starts a class of the tests or of the program. */
    public static List<String> javaCommand(List<String> options, Class<?> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    /** Runs a class, with nothing on standard input. */
    public static Ended java(Path folder, List<String> options, Class<?> main, String... args)
            throws IOException, InterruptedException {
        List<String> command = javaCommand(options, main);
        command.addAll(List.of(args));
        return run(folder, command);
    }

    /** Runs a command, with nothing on standard input. */
    public static Ended run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("losscalc", ".out");
        Path err = Files.createTempFile("losscalc", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("still running after a minute: " + command);
            }
            return new Ended(process.exitValue(), read(out), read(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
