package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.Row;

/** The rows of a query: relevance, score and weight of each. */
final class Ranked {
    private double[] relevance = new double[16];
    private double[] score = new double[16];
    private double[] weight = new double[16];
    private int size;

    /** Adds a row: its target is the relevance, its prediction the score. */
    void add(Row row, double itsWeight) {
        add(row.target()[0], row.prediction()[0], itsWeight);
    }

    private void add(double itsRelevance, double itsScore, double itsWeight) {
        if (size == score.length) {
            relevance = Arrays.copyOf(relevance, 2 * size);
            score = Arrays.copyOf(score, 2 * size);
            weight = Arrays.copyOf(weight, 2 * size);
        }
        relevance[size] = itsRelevance;
        score[size] = itsScore;
        weight[size++] = itsWeight;
    }

    /** Adds the rows of another part of the same query. */
    void addAll(Ranked other) {
        for (int i = 0; i < other.size; i++) {
            add(other.relevance[i], other.score[i], other.weight[i]);
        }
    }

    /** Takes all rows out. */
    void clear() {
        size = 0;
    }

    /** How many rows there are. */
    int size() {
        return size;
    }

    /** The relevance of row i. */
    double relevance(int i) {
        return relevance[i];
    }

    /** The score of row i. */
    double score(int i) {
        return score[i];
    }

    /** The weight of row i. */
    double weight(int i) {
        return weight[i];
    }
}
