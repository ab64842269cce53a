/** The arithmetic the losses are written in: more exact than a double, and the same bits everywhere. */
package losscalc.num;
