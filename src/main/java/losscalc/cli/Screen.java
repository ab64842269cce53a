package losscalc.cli;

/**
 * What the launcher found out about the terminal behind standard output.
 *
 * @param coloured whether text may have colours
 * @param columns how many places a line has; 0 where there is no terminal
 */
record Screen(boolean coloured, int columns) {
    private static final int NARROWEST = 20;

    /**
     * @param color 0 for auto, 1 for always, 2 for never
     * @param standardOutput whether that is where the answer goes
     */
    static Screen of(int color, boolean standardOutput) {
        boolean terminal =
                standardOutput && System.getProperty("losscalc.terminal", "").indexOf('o') >= 0;
        boolean asked = isEmpty(System.getenv("NO_COLOR")) && !"dumb".equals(System.getenv("TERM"));
        return new Screen(color == 1 || color == 0 && terminal && asked, terminal ? width() : 0);
    }

    private static int width() {
        int columns = Integer.getInteger("losscalc.columns", 0);
        return columns == 0 ? 0 : Math.max(NARROWEST, columns);
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }
}
