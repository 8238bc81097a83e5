// What comes with the page, as `site/page.py` and `site/quiz_data.py` write it: types, and no code.
//
// The suite checks these types against data that Python has written.

/**
 * Words that a person may be shown. They come from Python alone: no text in a script is one, but
 * for nothing, a space and signs.
 * @typedef {"" | " " | Sign | (string & {readonly from: "python"})} Shown
 * @typedef {"+" | "−"} Sign
 */

/**
 * What the script works with: links by the id of their place, the colour of each role by its place
 * in the catalogue, what buttons and messages say, what can be compared, and the quiz.
 * @typedef {{links: Record<string, Link>, colours: Record<string, number>,
 *   labels: Record<LabelName, Shown>, compare: Comparison, quiz?: QuizData, words?: Words}} Data
 * @typedef {[address: string, title: Shown]} Link
 */

/**
 * What is set side by side: the roles, which of them are at first, and by row what is said of each;
 * with so many columns or more, a table is one of many.
 * @typedef {{roles: {id: string, title: Shown, chosen: boolean}[],
 *   rows: {title: Shown, cells: ("nothing" | "said" | "disputed")[]}[], many: number}} Comparison
 */

/**
 * The questionnaire. `points` and `base` are by column: the roles, then what is beside them;
 * `moves` by role held, ahead and behind: mean and variance.
 * @typedef {{id: string, text: Shown, points: number[], alone: boolean, none: boolean,
 *   disputes: string[]}} Answer
 * @typedef {{id: string, half: string, text: Shown, why: Shown, several: boolean,
 *   survey: boolean, base: number[] | null, moves: [number, number][][][] | null,
 *   answers: Answer[]}} Question
 * @typedef {{id: string, title: Shown, none: boolean}} Column
 * @typedef {{low: number, high: number, people: number, right: number}} Band
 * @typedef {{held: number, confused_with: string | null, confused: number}} Led
 * @typedef {{people: number, held: number, roles: number}} Told
 * @typedef {{id: string, title: Shown, basis: Shown, note: Shown | null, rule: Shown,
 *   measured: boolean, margin: number, far: number, lean: {clearly: number, leans: number} | null,
 *   beside: Column[], stop: {least: number, risk: number} | null, bands: Band[],
 *   led: (Led | null)[], told: (Told | null)[]}} HalfData
 * @typedef {{id: string, title: Shown, fingerprint: string, roles: string[],
 *   withoutPoints: string[], halves: HalfData[], questions: Question[]}} QuizData
 */

/**
 * What there is to say it with: sentences and limits by name, what ids are called, a sentence about
 * roles without points or nothing, and the ids that a command knows: `roles`, and `known` with jobs
 * beside them.
 * @typedef {{say: Record<Sentence, Shown>, most: Record<Limit, number>, names: [string, Shown][],
 *   without: Shown, known: string[], roles: string[]}} Words
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

/**
 * The names of labels, as in `views/page_words.py`.
 * @typedef {"HOW_MANY" | "AT_MOST" | "PRIVATE" | "ASK_ALL" | "START" | "GO_ON" | "FROM_FILE" |
 *   "SHEET" | "NO_SHEET" | "PLACE" | "SEVERAL" | "NO_ANSWER" | "NEXT" | "SKIP" | "BACK" |
 *   "TO_RESULT" | "WHY_ASKED" | "BEGIN_HALF" | "SKIP_HALF" | "ANSWERS" | "SEE_RESULT" | "CHANGE_IT"
 *   | "CHANGE_THAT" | "NOT_ANSWERED" | "EVERYTHING" | "SHARE" | "DOWNLOAD" | "CHANGE_ANSWERS" |
 *   "START_OVER" | "KEEP" | "DELETE" | "READ_BY" | "ROLES" | "ROWS" | "CHOOSE_ROWS" | "DISPUTED_ROW" | "NO_ROLE"}
 *   LabelName
 */

/**
 * Data as Python writes them: what may be shown is a string there like any other.
 * @template T
 * @typedef {T extends Shown ? string : {[Key in keyof T]: Written<T[Key]>}} Written
 */
