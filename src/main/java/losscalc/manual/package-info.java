/** What the program says about itself and its losses: all of it is made from the cards. */
package losscalc.manual;
