// Answer sheets, as `mlroles quiz --answers`, `score` and `cohort` read them; what is no answer.

/** @import { Question } from "./data.js" */
/** @import { Answers, Quiz } from "./scorecard.js" */

const SCHEMA = "mlroles/answers";
const VERSION = 1;

/**
 * Return why some ids do not answer a question, a word each; nothing where they do.
 * @param {Question} question
 * @param {unknown[]} given
 * @returns {string[]}
 */
export function faults(question, given) {
  if (!given.length) return ["no-answer"];
  const known = question.answers.map((each) => each.id);
  const found = given.flatMap((id, place) => {
    if (typeof id !== "string" || !known.includes(id)) return ["unknown"];
    return given.indexOf(id) < place ? ["twice"] : [];
  });
  const alone = question.answers.some((each) => each.alone && given.includes(each.id));
  if (!found.length && given.length > 1 && (!question.several || alone)) found.push("together");
  return found;
}

/**
 * Return the sheet that holds the answers: the same answers always give the same text.
 * @param {Quiz} quiz
 * @param {Answers} answers
 */
export function dumpSheet(quiz, answers) {
  /** @type {[string, string | string[]][]} */
  const given = [];
  for (const question of quiz.questions) {
    const chosen = answers.get(question.id) ?? [];
    const ids = question.answers.map((each) => each.id).filter((id) => chosen.includes(id));
    if (ids.length) given.push([question.id, question.several ? ids : ids[0]]);
  }
  const sheet = { schema: SCHEMA, version: VERSION, questionnaire: quiz.id };
  return `${JSON.stringify({ ...sheet, answers: Object.fromEntries(given) }, null, 2)}\n`;
}

/**
 * Return the answers in a sheet of this quiz; null where it is none, or anything in it is wrong.
 * @param {Quiz} quiz
 * @param {string} text
 * @returns {Answers | null}
 */
export function parseSheet(quiz, text) {
  /** @type {unknown} */
  let sheet;
  try {
    sheet = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(sheet) || sheet.schema !== SCHEMA || sheet.version !== VERSION) return null;
  if (sheet.questionnaire !== quiz.id || !isObject(sheet.answers)) return null;
  /** @type {Answers} */
  const answers = new Map();
  for (const [id, value] of Object.entries(sheet.answers)) {
    const question = quiz.questions.find((each) => each.id === id);
    const given = Array.isArray(value) ? value : [value];
    if (!question || faults(question, given).length) return null;
    answers.set(id, given);
  }
  return answers;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
