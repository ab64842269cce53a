/** What can go wrong, and where: errors as values, with a place, a reason and what to do. */
package losscalc.problem;
