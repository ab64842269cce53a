/**
 * The quick lane: plain numeric CSV from bytes to doubles, several pieces at a time. It is built for speed
 * and reads like it; what is right is defined by the readable lane of {@link losscalc.input}, and a test
 * compares the two. The way in is {@link losscalc.input.fast.FastLane}.
 */
package losscalc.input.fast;
