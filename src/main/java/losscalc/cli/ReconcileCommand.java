package losscalc.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.manual.Manual;
import losscalc.problem.Exit;
import losscalc.problem.Problem;
import losscalc.report.Agreement;
import losscalc.report.Finding;
import losscalc.report.Output;
import losscalc.report.Show;
import losscalc.report.Style;

/**
 * {@code losscalc reconcile FILE [LOSS...] [--value V]}: the same data under every convention; with a value, the losses
 * that give it. The files are read once for all forms of losses that read the same of them.
 */
final class ReconcileCommand {
    private static final int MOST_HITS = 20;
    private static final int NEAREST = 5;

    private final Streams streams;
    private final Output out;

    ReconcileCommand(Streams streams, Output out) {
        this.streams = streams;
        this.out = out;
    }

    Exit run(List<String> words) throws Problem {
        ReconcileSettings settings = new ReconcileSettings(words);
        if (settings.asksForHelp()) {
            out.print(Manual.helpOfReconcile());
            return Exit.OK;
        }
        try (KeptInput kept = new KeptInput()) {
            settings.open(streams, kept);
            Trials tries = new Trials(settings.rest(), kept.standardInput());
            return settings.value() == null ? agree(settings, tries) : search(settings, tries);
        }
    }

    private Exit agree(ReconcileSettings settings, Trials tries) throws Problem {
        List<Forms> forms = new ArrayList<>();
        for (Loss loss : settings.losses()) {
            forms.add(tries.add(loss, List.of()));
        }
        tries.run();
        int passedOver = 0;
        List<List<Finding>> table = new ArrayList<>();
        List<String> files = List.of();
        for (Forms each : forms) {
            List<Finding> findings = new ArrayList<>();
            for (Trial trial : tries.fitting(each)) {
                files = trial.files();
                findings.add(new Finding(trial.card(), trial.options(), trial.who(), trial.value()));
            }
            if (!findings.isEmpty()) {
                table.add(findings);
            } else {
                passedOver++;
            }
        }
        if (table.isEmpty()) {
            throw tries.problem();
        }
        Agreement agreement = agreement(settings.digits());
        if (settings.isJson()) {
            agreement.json(table, files, passedOver);
        } else {
            agreement.table(table, files, passedOver);
        }
        return Exit.OK;
    }

    private Exit search(ReconcileSettings settings, Trials tries) throws Problem {
        List<List<Forms>> forms = new ArrayList<>();
        for (Loss loss : settings.losses()) {
            List<Forms> scales = new ArrayList<>();
            scales.add(tries.add(loss, List.of()));
            List<Scale> others =
                    loss.card().scales().subList(1, loss.card().scales().size());
            for (Scale scale : settings.rest().contains("--from") ? List.<Scale>of() : others) {
                scales.add(tries.add(loss, List.of("--from", scale.word())));
            }
            forms.add(scales);
        }
        tries.run();
        int passedOver = 0;
        Hits hits = new Hits(new BigDecimal(settings.value()));
        for (List<Forms> scales : forms) {
            boolean fits = false;
            for (Forms each : scales) {
                for (Trial trial : tries.fitting(each)) {
                    hits.add(trial);
                    fits = true;
                }
            }
            passedOver += fits ? 0 : 1;
        }
        if (passedOver == settings.losses().size()) {
            throw tries.problem();
        }
        boolean found = hits.found();
        List<Finding> best = hits.best(found ? MOST_HITS : NEAREST);
        Agreement agreement = agreement(settings.digits());
        if (settings.isJson()) {
            agreement.hitsJson(settings.value(), best, found, hits.more());
        } else {
            agreement.hits(settings.value(), best, found, hits.more());
        }
        return found ? Exit.OK : Exit.CHECK_FAILED;
    }

    private Agreement agreement(int digits) throws Problem {
        Screen screen = Screen.of(0, true);
        return new Agreement(out, new Style(Show.ALL, digits, null, screen.coloured(), screen.columns()));
    }
}
