package losscalc.cli;

import java.util.Locale;
import losscalc.losses.Losses;

/** The words that stand for a library, or for versions of it. */
final class Libraries {
    private Libraries() {}

    /** The library that a word means, {@code sklearn-1.2} for scikit-learn's versions that are as 1.2. */
    static String named(String word) {
        String key = Losses.key(word);
        int end = key.length();
        while (end > 0 && (Character.isDigit(key.charAt(end - 1)) || key.charAt(end - 1) == '.')) {
            end--;
        }
        String name = name(key.substring(0, end), word);
        String version = key.substring(end);
        if (version.isEmpty() || name.equals(word.toLowerCase(Locale.ROOT))) {
            return name;
        }
        return name.equals("sklearn") ? sklearn(version) : name;
    }

    /** Its log_loss holds probabilities at another distance from 1.2 on, and leaves their sum as it is from 1.5 on. */
    private static String sklearn(String version) {
        int dot = version.indexOf('.');
        if (dot < 0) {
            return "sklearn";
        }
        int major = number(version, 0);
        int minor = number(version, dot + 1);
        if (major > 1 || major == 1 && minor >= 5) {
            return "sklearn";
        }
        return major == 1 && minor >= 2 ? "sklearn-1.2" : "sklearn-1.1";
    }

    /** The digits from there on, as far as a version can go. */
    private static int number(String version, int from) {
        int number = 0;
        for (int i = from; i < version.length() && version.charAt(i) != '.'; i++) {
            number = Math.min(1000, number * 10 + version.charAt(i) - '0');
        }
        return number;
    }

    private static String name(String key, String word) {
        switch (key) {
            case "torch", "pytorch", "torchnn":
                return "torch";
            case "keras", "tensorflow", "tf", "tfkeras":
                return "keras";
            case "sklearn", "scikitlearn", "scikit":
                return "sklearn";
            case "optax", "jax", "flax":
                return "optax";
            case "xgboost", "xgb":
                return "xgboost";
            case "lightgbm", "lgbm", "lgb":
                return "lightgbm";
            case "catboost", "torchmetrics", "yardstick":
                return key;
            case "vw", "vowpalwabbit":
                return "vw";
            case "metrics", "rmetrics":
                return "r-metrics";
            case "tfa", "tensorflowaddons":
                return "tensorflow-addons";
            default:
                return word.toLowerCase(Locale.ROOT);
        }
    }
}
