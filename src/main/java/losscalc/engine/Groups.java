package losscalc.engine;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The aggregates of all groups in their order. Each is made when it is asked for, so that a million need no room. */
final class Groups extends AbstractList<Aggregate> {
    private final Job job;
    private final GroupLine[] lines;

    Groups(Job job, Map<String, Bin[]> groups) {
        this.job = job;
        lines = new GroupLine[groups.size()];
        int i = 0;
        for (Map.Entry<String, Bin[]> entry : groups.entrySet()) {
            lines[i++] = new GroupLine(entry.getKey(), entry.getValue());
        }
        Arrays.sort(lines);
    }

    /** The first group whose weights sum to zero, or null. */
    List<String> weightless() {
        for (GroupLine line : lines) {
            if (line.bins()[0].isWeightless()) {
                return line.parts();
            }
        }
        return null;
    }

    @Override
    public Aggregate get(int i) {
        GroupLine line = lines[i / job.models()];
        int model = i % job.models();
        return line.bins()[model].aggregate(line.parts(), job.modelName(model));
    }

    @Override
    public int size() {
        return lines.length * job.models();
    }
}
