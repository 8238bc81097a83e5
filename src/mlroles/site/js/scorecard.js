// From answers to shares: points are added, and the shares are the softmax of the sums.
import { round, softmax, sum } from "./numbers.js";

/** @import { HalfData, Question, QuizData } from "./data.js" */

/**
 * @typedef {HalfData & {questions: Question[]}} Half
 * @typedef {Omit<QuizData, "halves"> & {halves: Half[]}} Quiz
 * @typedef {Map<string, string[]>} Answers the ids of the answers given, by question
 * @typedef {{points: number[], shares: number[], ranked: number[]}} Fit
 */

export const DECIMALS = 9;

/**
 * Return the fit of the first `columns` columns to the answers; shares are among these.
 * @param {Question[]} questions
 * @param {number} columns
 * @param {Answers} answers
 * @returns {Fit}
 */
export function score(questions, columns, answers) {
  const given = questions.flatMap((each) => pointsOf(each, answers.get(each.id) ?? []));
  const places = Array.from({ length: columns }, (_, column) => column);
  const points = places.map((column) => round(sum(given.map((one) => one[column])), DECIMALS));
  const ranked = places.sort((one, other) => points[other] - points[one]);
  return { points, shares: softmax(points), ranked };
}

/**
 * Return what the answers given to a question add: its base, and each answer's points.
 * @param {Question} question
 * @param {string[]} given
 */
export function pointsOf(question, given) {
  const own = question.answers.filter((each) => given.includes(each.id)).map((each) => each.points);
  return own.length && question.base ? [question.base, ...own] : own;
}

/**
 * Return those of the questions that are answered.
 * @param {Question[]} questions
 * @param {Answers} answers
 */
export function answeredOf(questions, answers) {
  return questions.filter((each) => answers.get(each.id)?.length);
}

/**
 * Return the quiz with these halves alone; all where none is given.
 * @param {Quiz} quiz
 * @param {string[]} halves
 * @returns {Quiz}
 */
export function only(quiz, halves) {
  const kept = quiz.halves.filter((half) => !halves.length || halves.includes(half.id));
  const questions = quiz.questions.filter((each) => kept.some((half) => half.id === each.half));
  return { ...quiz, halves: kept, questions };
}

/**
 * Return the quiz as the page holds it, each half with its questions.
 * @param {QuizData} data
 * @returns {Quiz}
 */
export function prepared(data) {
  const halves = data.halves.map((half) => ({
    ...half,
    questions: data.questions.filter((each) => each.half === half.id),
  }));
  return { ...data, halves };
}
