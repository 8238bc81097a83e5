// When more questions would hardly change who leads: the chance that those left change it.
import { belowZero, sum } from "./numbers.js";
import { answeredOf, score } from "./scorecard.js";

/** @import { Question } from "./data.js" */
/** @import { Answers, Half, Quiz } from "./scorecard.js" */

/**
 * Return the chance that the questions left put another role ahead; null where the half does not
 * say what its questions do.
 * @param {Quiz} quiz
 * @param {Half} half
 * @param {Answers} answers
 * @param {Question[]} left
 */
export function chanceOfChange(quiz, half, answers, left) {
  if (!half.stop) return null;
  const fit = score(half.questions, quiz.roles.length, answers);
  const [leader, ...others] = fit.ranked;
  let chance = 0;
  fit.shares.forEach((share, held) => {
    for (const other of others) {
      const moves = left.map((each) =>
        /** @type {number[][][][]} */ (each.moves)[held][leader][other]
      );
      const lead = fit.points[leader] - fit.points[other] + sum(moves.map(([mean]) => mean));
      chance += share * belowZero(lead, Math.sqrt(sum(moves.map(([, variance]) => variance))));
    }
  });
  return Math.min(1, chance);
}

/**
 * Say whether so many of the half are answered, and so surely, that the rest need not be.
 * @param {Quiz} quiz
 * @param {Half} half
 * @param {Answers} answers
 * @param {Question[]} left
 */
export function stops(quiz, half, answers, left) {
  const chance = chanceOfChange(quiz, half, answers, left);
  if (chance === null || !half.stop) return false;
  return answeredOf(half.questions, answers).length >= half.stop.least && chance <= half.stop.risk;
}

/**
 * Return the questions of a half after the last one answered: those before were skipped.
 * @param {Half} half
 * @param {Answers} answers
 */
export function leftIn(half, answers) {
  const places = half.questions.map((
    each,
    place,
  ) => (answers.get(each.id)?.length ? place + 1 : 0));
  return half.questions.slice(Math.max(0, ...places));
}
