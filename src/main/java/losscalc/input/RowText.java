package losscalc.input;

import java.util.List;
import java.util.Locale;
import losscalc.loss.Block;
import losscalc.problem.Echo;

/** What a row has beside its numbers: its group, its text, and in two files a name by which its halves belong together. */
final class RowText {
    private final Records[] files;
    private final Binding binding;
    private final FaultLog faults;
    /** The field in each of two files that names the row, or null. */
    private final int[] names;

    RowText(Records[] files, Binding binding, Dialect dialect, FaultLog faults) {
        this.files = files;
        this.binding = binding;
        this.faults = faults;
        names = files.length == 2 && dialect.hasHeader() ? names(files[0].header(), files[1].header()) : null;
    }

    /** The first column that both files have and that is called {@code id} or {@code ..._id}. */
    private static int[] names(List<String> one, List<String> two) {
        for (int i = 0; i < one.size(); i++) {
            String name = one.get(i).strip().toLowerCase(Locale.ROOT);
            int other = name.equals("id") || name.endsWith("_id") ? two.indexOf(one.get(i)) : -1;
            if (other >= 0) {
                return new int[] {i, other};
            }
        }
        return null;
    }

    /** Whether the halves of the row belong together, as far as their names tell. */
    boolean belongsTogether() {
        if (names == null || files[0].field(names[0]).equals(files[1].field(names[1]))) {
            return true;
        }
        faults.add(
                files[1].where(names[1]),
                Echo.quoted(files[1].field(names[1])) + ", and " + Echo.quoted(files[0].field(names[0])) + " in "
                        + Echo.plain(files[0].file()) + ":" + files[0].line() + ": the rows are not in the same order",
                "bring both files into one order first (sort), or join them by that column");
        return false;
    }

    /** Puts the group and the text into the block; false when they are malformed. */
    boolean put(Block block) {
        if (!isWellFormed()) {
            return false;
        }
        if (block.texts() != null) {
            char delimiter = binding.textDelimiter();
            String text = files[0].text(delimiter);
            block.texts()[block.rows()] = files.length == 1 ? text : text + delimiter + files[1].text(delimiter);
        }
        if (block.groups() != null) {
            block.groups()[block.rows()] = group();
        }
        return true;
    }

    /** Whether the fields that are printed as they stand hold characters only. */
    private boolean isWellFormed() {
        for (Records file : files) {
            for (int field = 0; file.hasMalformed() && field < file.size(); field++) {
                boolean isPrinted = binding.textDelimiter() != 0
                        || file == files[0] && binding.choice().groups().contains(field);
                if (isPrinted && file.isMalformed(field)) {
                    faults.add(file.where(field), file.complaint(field), file.hintForMalformed());
                    return false;
                }
            }
        }
        return true;
    }

    private String group() {
        StringBuilder group = new StringBuilder();
        if (binding.byFile()) {
            GroupKey.add(group, true, files[0].file());
        }
        for (int i = 0; i < binding.choice().groups().size(); i++) {
            String text = files[0].field(binding.choice().groups().get(i));
            GroupKey.add(group, i == 0 && !binding.byFile(), text);
        }
        return group.toString();
    }
}
