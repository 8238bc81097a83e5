// What a set of answers comes to: who leads each half, why, and what would change it.
//
// The value is the one that `mlroles quiz --answers FILE --json` holds.
import { round, sum } from "./numbers.js";
import { answeredOf, DECIMALS, pointsOf, score } from "./scorecard.js";
import { chanceOfChange, leftIn, stops } from "./stopping.js";

/** @import { Led, Question, Shown, Told } from "./data.js" */
/** @import { Answers, Fit, Half, Quiz } from "./scorecard.js" */

export const NONE = "none-of-these";
const ENOUGH = 2;

/**
 * @typedef {{question: string, answers: string[], role: string, for_leader: boolean,
 *   factor: number}} Reason
 * @typedef {{question: string, before: string[], after: string[], named: string[],
 *   movement: number}} Change
 * @typedef {{low: number, high: number, people: number, right: number} & Led} Sureness
 * @typedef {{half: string, title: Shown, answered: number, total: number,
 *   points: Map<string, number>, shares: Map<string, number> | null,
 *   wide: Map<string, number> | null, lean: string | null, leaders: string[],
 *   beside: string | null, none: boolean, runner_up: string | null, reasons: Reason[],
 *   change: Change | null, left: number, chance_of_change: number | null, stopped_early: boolean,
 *   basis: Shown, rule: Shown, sureness: Sureness | null, told: Told | null}} HalfResult
 * @typedef {{question: string, answer: string, disputes: string[]}} Disputed
 * @typedef {{questionnaire: string, answered: number, total: number, leaders: string[],
 *   undecided: boolean, beside: string | null, none: boolean, agree: boolean | null,
 *   halves: HalfResult[], disputed: Disputed[], without_points: string[]}} Result
 * @typedef {{wide: Fit, fit: Fit, first: string, leaders: string[], column: string | null,
 *   named: string[], pair: [string, string] | null}} Said
 */

/**
 * Return the verdict on the answers, which must fit the quiz.
 * @param {Quiz} quiz
 * @param {Answers} given
 * @returns {Result}
 */
export function judge(quiz, given) {
  const answers = inOrder(quiz, given);
  const answered = answeredOf(quiz.questions, answers);
  const halves = quiz.halves.map((half) => halfResult(quiz, half, answers));
  const told = byMeasured(quiz, halves.filter((each) => each.answered));
  const [leaders, agree] = together(told.map((each) => each.leaders));
  const beside = leaders.length ? null : (told.find((each) => each.beside)?.beside ?? null);
  return {
    questionnaire: quiz.id,
    answered: answered.length,
    total: quiz.questions.length,
    leaders,
    undecided: leaders.length > 1,
    beside,
    none: answered.length > 0 && !leaders.length && !beside,
    agree,
    halves,
    disputed: disputed(answered, answers),
    without_points: quiz.withoutPoints,
  };
}

/**
 * Return the answers in the order of the questions and of their answers.
 * @param {Quiz} quiz
 * @param {Answers} given
 * @returns {Answers}
 */
export function inOrder(quiz, given) {
  const asked = quiz.questions.filter((each) => given.has(each.id));
  return new Map(asked.map((each) => [each.id, ordered(each, given.get(each.id) ?? [])]));
}

/**
 * Return ids of answers in the question's own order.
 * @param {Question} question
 * @param {string[]} ids
 */
export function ordered(question, ids) {
  return question.answers.map((each) => each.id).filter((id) => ids.includes(id));
}

/**
 * Return halves with the measured one first: from what somebody does to what they want.
 * @param {Quiz} quiz
 * @param {HalfResult[]} halves
 */
export function byMeasured(quiz, halves) {
  const measured = quiz.halves.filter((half) => half.measured).map((half) => half.id);
  const isMeasured = (/** @type {HalfResult} */ each) => measured.includes(each.half);
  return [...halves.filter(isMeasured), ...halves.filter((each) => !isMeasured(each))];
}

/**
 * Return the roles that halves name together, and whether they agree.
 * @param {string[][]} named
 * @returns {[string[], boolean | null]}
 */
function together(named) {
  if (named.length < 2) return [named[0] ?? [], null];
  const [first, ...rest] = named;
  const common = first.filter((role) => rest.every((each) => each.includes(role)));
  if (common.length || named.every((each) => !each.length)) return [common, true];
  return [[...new Set(named.flat())], false];
}

/**
 * Say what a half makes of the answers.
 * @param {Quiz} quiz
 * @param {Half} half
 * @param {Answers} answers
 * @returns {Said}
 */
function tell(quiz, half, answers) {
  const roles = quiz.roles.length;
  const wide = score(half.questions, roles + half.beside.length, answers);
  const fit = score(half.questions, roles, answers);
  const answered = answeredOf(half.questions, answers);
  if (!answered.length) return said(quiz, wide, fit, "", []);
  const could = answered.filter((each) => each.answers.some((answer) => answer.none));
  const none = could.filter((each) => isNone(each, answers.get(each.id) ?? []));
  if (noneFits(answered.length, could.length, none.length)) return said(quiz, wide, fit, NONE, []);
  const beside = besideThem(quiz, half, wide, fit);
  if (beside) return said(quiz, wide, fit, beside.none ? NONE : beside.id, [], beside.id);
  const leaders = leadersOf(fit, half.margin).map((role) => quiz.roles[role]);
  return said(quiz, wide, fit, quiz.roles[fit.ranked[0]], leaders);
}

/**
 * @param {Quiz} quiz
 * @param {Fit} wide
 * @param {Fit} fit
 * @param {string} first what is named first: a role, a job beside the roles, NONE, or nothing
 * @param {string[]} leaders
 * @param {string | null} column the column beside the roles that is ahead of them
 * @returns {Said}
 */
function said(quiz, wide, fit, first, leaders, column = null) {
  const [ahead, second] = fit.ranked.map((role) => quiz.roles[role]);
  /** @type {[string, string] | null} */
  let pair = leaders.length && second ? [ahead, second] : null;
  if (column) pair = [column, ahead];
  return { wide, fit, first, leaders, column, named: leaders.length ? leaders : [first], pair };
}

/**
 * @param {Question} question
 * @param {string[]} given
 */
function isNone(question, given) {
  return given.every((id) => question.answers.some((each) => each.id === id && each.none));
}

/**
 * Say whether so many of a half's answers say that none fits that no role is named.
 * @param {number} answered
 * @param {number} could
 * @param {number} none
 */
function noneFits(answered, could, none) {
  return none === answered || (none >= ENOUGH && 2 * none > could);
}

/**
 * Return the column beside the roles that is so far ahead of them that it is named.
 * @param {Quiz} quiz
 * @param {Half} half
 * @param {Fit} wide
 * @param {Fit} fit
 */
function besideThem(quiz, half, wide, fit) {
  const own = wide.points.slice(quiz.roles.length);
  if (!own.length) return null;
  const highest = Math.max(...own);
  const lead = highest - fit.points[fit.ranked[0]];
  return round(lead, DECIMALS) >= half.far ? half.beside[own.indexOf(highest)] : null;
}

/**
 * Return the leader, and every role that is less than the margin behind it.
 * @param {Fit} fit
 * @param {number} margin
 */
function leadersOf(fit, margin) {
  const highest = Math.max(...fit.points);
  const isNear = (/** @type {number} */ role) =>
    round(highest - fit.points[role], DECIMALS) < margin;
  return fit.ranked.filter((role, place) => place === 0 || isNear(role));
}

/**
 * @param {Quiz} quiz
 * @param {Half} half
 * @param {Answers} answers
 * @returns {HalfResult}
 */
function halfResult(quiz, half, answers) {
  const answered = answeredOf(half.questions, answers);
  const told = tell(quiz, half, answers);
  const measured = half.measured && answered.length > 0;
  const left = leftIn(half, answers);
  const columns = columnsOf(quiz, half);
  return {
    half: half.id,
    title: half.title,
    answered: answered.length,
    total: half.questions.length,
    points: byId(columns, told.wide.points),
    shares: measured ? byId(quiz.roles, told.fit.shares) : null,
    wide: measured && half.beside.length ? byId(columns, told.wide.shares) : null,
    lean: word(half, told),
    leaders: told.leaders,
    beside: told.first === NONE ? null : told.column,
    none: told.first === NONE,
    runner_up: told.pair ? told.pair[1] : null,
    reasons: told.pair ? reasons(columns, answered, answers, told.pair) : [],
    change: smallestChange(quiz, half, answered, answers),
    left: left.length,
    chance_of_change: answered.length ? chanceOfChange(quiz, half, answers, left) : null,
    stopped_early: left.length > 0 && stops(quiz, half, answers, left),
    basis: half.basis,
    rule: half.rule,
    sureness: measured && told.leaders.length ? sureness(half, told.fit) : null,
    told: measured ? toldSo(half, told.column) : null,
  };
}

/**
 * Return what the answers of a half give points to: the roles, and what is beside them.
 * @param {Quiz} quiz
 * @param {Half} half
 */
function columnsOf(quiz, half) {
  return [...quiz.roles, ...half.beside.map((each) => each.id)];
}

/**
 * @param {string[]} ids
 * @param {number[]} values
 */
function byId(ids, values) {
  return new Map(ids.map((id, place) => [id, values[place]]));
}

/**
 * Return how far a half that nothing measures leans, in a word.
 * @param {Half} half
 * @param {Said} told
 */
function word(half, told) {
  if (!half.lean || !told.first) return null;
  if (!told.leaders.length) return "none";
  const [first, second = first] = told.fit.ranked.map((role) => told.fit.points[role]);
  const lead = round(first - second, DECIMALS);
  if (lead < half.lean.leans) return "mixed";
  return lead < half.lean.clearly ? "leans" : "clearly";
}

/**
 * Look up what happened to people whose shares were like these.
 * @param {Half} half
 * @param {Fit} fit
 * @returns {Sureness | null}
 */
function sureness(half, fit) {
  const leader = fit.ranked[0];
  const band = half.bands.findLast((each) => each.low <= fit.shares[leader]);
  const led = half.led[leader];
  return band && led ? { ...band, ...led } : null;
}

/**
 * Look up how often people of the survey are told this column.
 * @param {Half} half
 * @param {string | null} column
 */
function toldSo(half, column) {
  return half.told[half.beside.findIndex((each) => each.id === column)] ?? null;
}

/**
 * Return what each question's answers did to the odds between the two, the strongest first.
 * @param {string[]} columns
 * @param {Question[]} answered
 * @param {Answers} answers
 * @param {[string, string]} pair
 * @returns {Reason[]}
 */
function reasons(columns, answered, answers, [leader, runnerUp]) {
  const ahead = columns.indexOf(leader);
  const behind = columns.indexOf(runnerUp);
  return answered
    .map((question) => {
      const given = answers.get(question.id) ?? [];
      const moves = pointsOf(question, given).map((points) => points[ahead] - points[behind]);
      return { question: question.id, given, move: round(sum(moves), DECIMALS) };
    })
    .sort((one, other) => Math.abs(other.move) - Math.abs(one.move))
    .filter(({ move }) => move !== 0)
    .map(({ question, given, move }) => ({
      question,
      answers: given,
      role: move > 0 ? leader : runnerUp,
      for_leader: move > 0,
      factor: Math.exp(Math.abs(move)),
    }));
}

/**
 * Try every change to one answered question; the first of the smallest in order wins.
 * @param {Quiz} quiz
 * @param {Half} half
 * @param {Question[]} answered
 * @param {Answers} answers
 * @returns {Change | null}
 */
function smallestChange(quiz, half, answered, answers) {
  const now = tell(quiz, half, answers);
  /** @type {Change | null} */
  let best = null;
  for (const question of answered) {
    const before = answers.get(question.id) ?? [];
    for (const after of alternatives(question, before)) {
      const then = tell(quiz, half, new Map(answers).set(question.id, after));
      const moves = then.wide.points.map((points, column) =>
        Math.abs(points - now.wide.points[column])
      );
      const movement = round(sum(moves), DECIMALS);
      if (differs(quiz, now, then) && (best === null || movement < best.movement)) {
        best = { question: question.id, before, after, named: then.named, movement };
      }
    }
  }
  return best;
}

/**
 * Another role leads only when it is truly ahead of the present leader: a tie is not enough.
 * @param {Quiz} quiz
 * @param {Said} now
 * @param {Said} then
 */
function differs(quiz, now, then) {
  if (!then.first || then.first === now.first) return false;
  if (!now.leaders.length || !then.leaders.length) return true;
  const points = (/** @type {string} */ role) => then.fit.points[quiz.roles.indexOf(role)];
  return points(then.first) > points(now.first);
}

/**
 * Return what stands there with one answer changed, added or taken away, in a fixed order.
 * @param {Question} question
 * @param {string[]} given
 * @returns {string[][]}
 */
function alternatives(question, given) {
  const ids = question.answers.map((each) => each.id);
  if (!question.several) return [[], ...ids.map((id) => [id])];
  const alone = question.answers.filter((each) => each.alone).map((each) => each.id);
  const changed = ids.map((id) => {
    if (alone.includes(id)) return [id];
    const kept = given.includes(id) ? given.filter((each) => each !== id) : [...given, id];
    return ordered(question, kept.filter((each) => !alone.includes(each)));
  });
  return [[], ...changed.filter((kept) => kept.length)];
}

/**
 * Return the answers given that rest on claims which stand in a dispute.
 * @param {Question[]} answered
 * @param {Answers} answers
 * @returns {Disputed[]}
 */
function disputed(answered, answers) {
  return answered.flatMap((question) =>
    question.answers
      .filter((each) => each.disputes.length && answers.get(question.id)?.includes(each.id))
      .map((each) => ({ question: question.id, answer: each.id, disputes: each.disputes }))
  );
}
