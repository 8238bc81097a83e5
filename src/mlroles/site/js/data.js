// What comes with the page, as `site/page.py` and `site/quiz_data.py` write it: types, and no code.
//
// The suite checks these types against data that Python has written.

/**
 * What the script works with: links by the id of their place, the colour of each role by its place
 * in the catalogue, what can be compared, and the quiz.
 * @typedef {{links: Record<string, [string, string]>, colours: Record<string, number>,
 *   compare: {roles: [string, string][], aspects: string[]}, quiz?: QuizData, words?: Words}} Data
 */

/**
 * The questionnaire. `points` and `base` are by column: the roles, then what is beside them;
 * `moves` by role held, ahead and behind: mean and variance.
 * @typedef {{id: string, text: string, points: number[], alone: boolean, none: boolean,
 *   disputes: string[]}} Answer
 * @typedef {{id: string, half: string, text: string, why: string, several: boolean,
 *   survey: boolean, base: number[] | null, moves: [number, number][][][] | null,
 *   answers: Answer[]}} Question
 * @typedef {{id: string, title: string, none: boolean}} Column
 * @typedef {{low: number, high: number, people: number, right: number}} Band
 * @typedef {{held: number, confused_with: string | null, confused: number}} Led
 * @typedef {{people: number, held: number, roles: number}} Told
 * @typedef {{id: string, title: string, basis: string, note: string | null, rule: string,
 *   measured: boolean, margin: number, far: number, lean: {clearly: number, leans: number} | null,
 *   beside: Column[], stop: {least: number, risk: number} | null, bands: Band[],
 *   led: (Led | null)[], told: (Told | null)[]}} HalfData
 * @typedef {{id: string, title: string, fingerprint: string, roles: string[],
 *   withoutPoints: string[], halves: HalfData[], questions: Question[]}} QuizData
 */

/**
 * What there is to say it with: sentences and limits by name, what ids are called, a sentence about
 * roles without points or nothing, and the ids that a command knows: `roles`, and `known` with jobs
 * beside them.
 * @typedef {{say: Record<Sentence, string>, most: Record<Limit, number>, names: [string, string][],
 *   without: string, known: string[], roles: string[]}} Words
 */

/**
 * The names of what a result is said with, as in `views/quiz_words.py`.
 * @typedef {"UNANSWERED" | "NONE" | "CLOSER" | "DISAGREE" | "UNDECIDED" | "LEAN" | "CLEARLY" |
 *   "BOTH_AGREE" | "ALL_AGREE" | "NOT_AGAINST" | "OTHER_WORK" | "NEITHER_WRONG" | "LITTLE" |
 *   "NEAREST" | "WITHOUT_POINTS" | "HALF_CLEARLY" | "HALF_LEANS" | "HALF_MIXED" | "HALF_NONE" |
 *   "HALF_CLOSER" | "AS_NEAR" | "WITH_SHARE" | "AND_SHARE" | "PERCENT" | "FEW" | "IN_BRACKETS" |
 *   "ANSWERED" | "QUESTION" | "QUESTIONS" | "LITTLE_TO_GO_ON" | "ONE_LEFT" | "MANY_LEFT" | "CHANCE"
 *   | "WHY" | "REASON" | "GIVEN" | "CHANGE" | "NO_CHANGE" | "WITHOUT" | "IN_PLACE" | "AS_WELL" |
 *   "WOULD" | "IT" | "QUOTED" | "MORE" | "SAY" | "AHEAD" | "SURE" | "TOLD" | "OTHER" | "THAT_JOB" |
 *   "JUDGEMENT" | "NOTHING_SURE" | "NOBODY" | "POINTS" | "SHARE_OF_ALL" | "ODDS" | "FACTOR" |
 *   "SURENESS" | "CONFUSED" | "DISPUTED" | "DISPUTED_ANSWER" | "AND" | "OR"} Sentence
 */

/**
 * The names of its limits.
 * @typedef {"MOST_REASONS" | "SHORT" | "SHORTER" | "MOST_QUOTED" | "NEAREST_JOBS" | "LEAST"} Limit
 */
