// One person's walk through the questions: answer, skip, go back, stop early, go on later.
import { answeredOf } from "./scorecard.js";
import { faults } from "./sheets.js";
import { stops } from "./stopping.js";
import { ordered } from "./verdict.js";

/** @import { Question } from "./data.js" */
/** @import { Answers, Half, Quiz } from "./scorecard.js" */

/**
 * Where a person stands; `path` are the positions that this one was reached by, for the way back.
 * @typedef {{quiz: Quiz, answers: Answers, position: number, answerAll: boolean,
 *   path: number[]}} Session
 */

/**
 * Return a session at its first question.
 * @param {Quiz} quiz
 * @param {boolean} answerAll
 * @returns {Session}
 */
export function started(quiz, answerAll = false) {
  return { quiz, answers: new Map(), position: 0, answerAll, path: [] };
}

/**
 * Go on from saved answers: at the question after the last one answered.
 * @param {Quiz} quiz
 * @param {Answers} answers
 * @param {boolean} answerAll
 */
export function resumed(quiz, answers, answerAll = false) {
  const places = quiz.questions.map((each, place) => (answers.has(each.id) ? place + 1 : 0));
  return pastStopped({ quiz, answers, position: Math.max(0, ...places), answerAll, path: [] });
}

/**
 * Return the question that comes now; undefined when there is none left to ask.
 * @param {Session} session
 * @returns {Question | undefined}
 */
export function questionOf(session) {
  return session.quiz.questions[session.position];
}

/**
 * Say whether the question is the first of its half and nothing in the half is answered.
 * @param {Session} session
 */
export function opensHalf(session) {
  const question = questionOf(session);
  const half = session.quiz.halves.find((each) => each.id === question?.half);
  if (!question || !half) return false;
  return half.questions[0] === question && !answeredOf(half.questions, session.answers).length;
}

/**
 * Say whether it may be fewer questions than all.
 * @param {Session} session
 */
export function mayStopEarly(session) {
  const left = session.quiz.questions.slice(session.position).map((each) => each.half);
  return !session.answerAll &&
    session.quiz.halves.some((half) => half.stop && left.includes(half.id));
}

/**
 * Answer this question and go to the next; raises RangeError where the ids do not answer it.
 * @param {Session} session
 * @param {string[]} ids
 */
export function answer(session, ids) {
  const question = asked(session);
  if (faults(question, ids).length) throw new RangeError(question.id);
  return next(session, new Map(session.answers).set(question.id, ordered(question, ids)));
}

/**
 * Leave this question without an answer and go to the next.
 * @param {Session} session
 */
export function skip(session) {
  const answers = new Map(session.answers);
  answers.delete(asked(session).id);
  return next(session, answers);
}

/**
 * Leave the rest of this question's half without an answer.
 * @param {Session} session
 */
export function skipHalf(session) {
  const { half } = asked(session);
  const end = session.quiz.questions.findLastIndex((each) => each.half === half);
  return pastStopped({ ...session, position: end + 1, path: [...session.path, session.position] });
}

/**
 * Return to the question that came before; every answer stays. At the first question, stay.
 * @param {Session} session
 * @returns {Session}
 */
export function back(session) {
  const path = [...session.path];
  const came = path.pop();
  if (came !== undefined) return { ...session, position: came, path };
  const gone = stopped(session);
  const position = session.quiz.questions
    .slice(0, session.position)
    .findLastIndex((each) => session.answers.has(each.id) || !gone.includes(each.half));
  return { ...session, position: Math.max(0, position) };
}

/**
 * Return to any question out of turn, as to look at its answer again.
 * @param {Session} session
 * @param {string} id
 * @returns {Session}
 */
export function at(session, id) {
  const position = session.quiz.questions.findIndex((each) => each.id === id);
  return { ...session, position, path: [] };
}

/**
 * Ask nothing more: what is answered so far is all that there is to be.
 * @param {Session} session
 * @returns {Session}
 */
export function atEnd(session) {
  return { ...session, position: session.quiz.questions.length, path: [] };
}

/**
 * @param {Session} session
 */
function asked(session) {
  const question = questionOf(session);
  if (!question) throw new RangeError("every question has been asked");
  return question;
}

/**
 * @param {Session} session
 * @param {Answers} answers
 */
function next(session, answers) {
  const path = [...session.path, session.position];
  return pastStopped({ ...session, answers, position: session.position + 1, path });
}

/**
 * Go to the next question whose half has not stopped early.
 * @param {Session} session
 * @returns {Session}
 */
function pastStopped(session) {
  const { questions } = session.quiz;
  const gone = stopped(session);
  let { position } = session;
  while (position < questions.length && gone.includes(questions[position].half)) position += 1;
  return { ...session, position };
}

/**
 * Return the ids of the halves that have stopped early.
 * @param {Session} session
 */
function stopped(session) {
  const { quiz, answers, answerAll } = session;
  if (answerAll) return [];
  const isStopped = (/** @type {Half} */ half) =>
    stops(quiz, half, answers, leftFrom(session, half));
  return quiz.halves.filter(isStopped).map((half) => half.id);
}

/**
 * Return the questions of a half that are still to come: those skipped are not.
 * @param {Session} session
 * @param {Half} half
 */
function leftFrom(session, half) {
  const coming = session.quiz.questions.slice(session.position);
  return coming.filter((each) => each.half === half.id && !session.answers.has(each.id));
}
