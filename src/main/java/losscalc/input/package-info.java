/**
 * From files to blocks of numbers: {@link losscalc.input.Source} (where the bytes come from), {@link
 * losscalc.input.Decoder} (bytes to characters), {@link losscalc.input.Records} (lines to fields, by Apache Commons CSV),
 * {@link losscalc.input.Choice} (which field is the target, which the prediction), {@link losscalc.input.Binding} (what
 * each field must hold) and {@link losscalc.input.Rows} (the blocks).
 */
package losscalc.input;
