// The result in words, block by block, as `mlroles quiz` shows it. The sentences come with the page.
import { fixed, grouped, percentages, signed } from "./numbers.js";
import { byMeasured, NONE } from "./verdict.js";

/** @import { Shown, Sign, Words } from "./data.js" */
/** @import { Quiz } from "./scorecard.js" */
/** @import { Change, HalfResult, Reason, Result, Sureness } from "./verdict.js" */

/**
 * @typedef {{kind: "heading", text: Shown, level: number}
 *   | {kind: "paragraph", text: Shown}
 *   | {kind: "fields", items: [Shown, Shown[]][]}
 *   | {kind: "bars", items: [string, Shown, number][]}
 *   | {kind: "table", headers: Shown[], rows: Shown[][]}
 *   | {kind: "items", items: Shown[], signs: Sign[]}
 *   | {kind: "next", commands: string[][]}} Block
 *   A bar has the id of its role, its name and its share.
 */

/**
 * Return the blocks of a result: what matters, or with `full` everything.
 * @param {Result} result
 * @param {Quiz} quiz
 * @param {Words} words
 * @param {boolean} full
 * @returns {Block[]}
 */
export function resultBlocks(result, quiz, words, full) {
  return new Screen(result, quiz, words).blocks(full);
}

/**
 * Return a sentence with its places filled in.
 * @param {Shown} template
 * @param {Record<string, Shown | number>} values
 */
export function fill(template, values) {
  const filled = template.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  return /** @type {Shown} */ (filled);
}

/**
 * Return texts one after the other.
 * @param {Shown[]} texts
 * @param {string} between
 */
export function joined(texts, between = ", ") {
  return /** @type {Shown} */ (texts.join(between));
}

/**
 * Return the id of something, for where it has no other name.
 * @param {string} id
 */
function asName(id) {
  return /** @type {Shown} */ (id);
}

/**
 * Return a text up to a word before so many characters, and a sign that it goes on.
 * @param {Shown} text
 * @param {number} most
 */
function cut(text, most) {
  const characters = [...text];
  if (characters.length <= most) return text;
  const begun = characters.slice(0, most).join("");
  const end = begun.lastIndexOf(" ");
  const kept = (end < 0 ? begun : begun.slice(0, end)).replace(/[,;:]+$/, "");
  return /** @type {Shown} */ (`${kept}…`);
}

class Screen {
  /**
   * @param {Result} result
   * @param {Quiz} quiz
   * @param {Words} words
   */
  constructor(result, quiz, words) {
    this.result = result;
    this.quiz = quiz;
    this.words = words;
    this.say = words.say;
    this.names = new Map(words.names);
    this.told = result.halves.filter((half) => half.answered);
    this.way = byMeasured(quiz, this.told);
    const beside = quiz.halves.flatMap((half) => half.beside);
    this.otherWork = beside.filter((each) => each.none).map((each) => each.id);
  }

  /**
   * @param {boolean} full
   * @returns {Block[]}
   */
  blocks(full) {
    /** @type {Block[]} */
    const blocks = [{ kind: "heading", text: this.verdict(), level: 1 }, ...this.meaning()];
    if (this.told.length) {
      blocks.push({
        kind: "fields",
        items: this.told.map((half) => [half.title, this.said(half)]),
      });
    }
    blocks.push(...(full ? this.everything() : [...this.why(), ...this.whatWouldChangeIt()]));
    if (this.words.without) blocks.push({ kind: "paragraph", text: this.words.without });
    return [...blocks, { kind: "next", commands: this.next(full) }];
  }

  // The verdict ------------------------------------------------------------------------------

  /** @returns {Shown} */
  verdict() {
    const { result, say } = this;
    if (!result.answered) return say.UNANSWERED;
    if (result.none) return say.NONE;
    if (result.beside) return fill(say.CLOSER, { job: this.name(result.beside) });
    if (result.agree === false) {
      const named = new Set(this.way.flatMap((half) => this.named(half)));
      return fill(say.DISAGREE, { roles: this.list([...named]) });
    }
    const roles = this.list(result.leaders);
    const both = this.agreement();
    if (result.undecided) return fill(say.UNDECIDED, { roles, both });
    const clearly = this.told.every((half) => half.lean === "clearly") ? say.CLEARLY : "";
    return fill(say.LEAN, { clearly, roles, both });
  }

  agreement() {
    if (!this.result.agree) return "";
    if (!this.result.undecided && this.told.some((half) => half.leaders.length > 1)) {
      return this.say.NOT_AGAINST;
    }
    return this.told.length === 2 ? this.say.BOTH_AGREE : this.say.ALL_AGREE;
  }

  /**
   * @param {HalfResult} half
   */
  named(half) {
    return half.leaders.length ? half.leaders : [half.beside ?? NONE];
  }

  /**
   * Say what a disagreement means, or what it means that no role is named.
   * @returns {Block[]}
   */
  meaning() {
    const { result, say } = this;
    if (result.agree === false) {
      const text = this.fitsNoneInAHalf() ? say.OTHER_WORK : say.NEITHER_WRONG;
      return [{ kind: "paragraph", text }];
    }
    if (!result.none && !result.beside) return [];
    const roles = this.list(this.quiz.roles, say.OR);
    const jobs = this.jobs().map(([job, share]) =>
      fill(say.AND_SHARE, { name: this.name(job), share: this.percent(share) })
    );
    const near = jobs.length > 0 && result.none;
    const nearest = near ? fill(say.NEAREST, { jobs: joined(jobs) }) : "";
    return [{ kind: "paragraph", text: fill(say.LITTLE, { roles, nearest }) }];
  }

  fitsNoneInAHalf() {
    return this.told.some((half) => this.named(half)[0] === NONE);
  }

  /**
   * Return the jobs beside the roles that come nearest, with their shares.
   * @returns {[string, number][]}
   */
  jobs() {
    const wide = this.way.find((half) => half.wide)?.wide ?? new Map();
    const apart = [...this.quiz.roles, ...this.otherWork];
    const jobs = [...wide].filter(([column]) => !apart.includes(column));
    return ranked(jobs).slice(0, this.words.most.NEAREST_JOBS);
  }

  /**
   * Return what a half says, and from how many answers where that is not all of them.
   * @param {HalfResult} half
   * @returns {Shown[]}
   */
  said(half) {
    const all = half.answered === half.total;
    if (half.lean) {
      const said = this.leaning(half);
      return [all ? said : fill(this.say.IN_BRACKETS, { said, how_many: this.howMany(half) })];
    }
    return [...this.inShares(half), ...(all ? [] : [this.howMany(half)])];
  }

  /**
   * @param {HalfResult} half
   */
  leaning(half) {
    const { say } = this;
    const roles = this.list(half.leaders.length ? half.leaders : [NONE]);
    switch (half.lean) {
      case "clearly":
        return fill(say.HALF_CLEARLY, { roles });
      case "leans":
        return fill(say.HALF_LEANS, { roles });
      case "mixed":
        return fill(say.HALF_MIXED, { roles });
      default:
        return say.HALF_NONE;
    }
  }

  /**
   * @param {HalfResult} half
   * @returns {Shown[]}
   */
  inShares(half) {
    const { say } = this;
    if (half.beside) {
      const [job, role] = [half.beside, half.runner_up ?? ""].map((column) =>
        fill(say.WITH_SHARE, {
          name: this.name(column),
          share: this.percent(half.wide?.get(column) ?? 0),
        })
      );
      return [fill(say.HALF_CLOSER, { job, role })];
    }
    if (half.none) return [half.wide ? this.allShares(half.wide) : say.HALF_NONE];
    const near = this.result.agree === false ? [] : this.asNear(half);
    return [this.shares([...(half.shares ?? [])]), ...near];
  }

  /**
   * Say which job beside the roles is as near as the role that leads, where one is.
   * @param {HalfResult} half
   */
  asNear(half) {
    const shares = [...(half.wide ?? [])];
    const isRole = (/** @type {[string, number]} */ [column]) => this.quiz.roles.includes(column);
    const best = Math.max(0, ...shares.filter(isRole).map(([, share]) => share));
    const [first] = ranked(shares.filter((each) => !isRole(each)));
    if (!first || first[1] < best) return [];
    const [leader] = half.leaders;
    const both = this.shares([[leader, half.wide?.get(leader) ?? 0], first]);
    return [fill(this.say.AS_NEAR, { shares: both })];
  }

  /**
   * Return the two highest of all shares and the best role's, for what is no role.
   * @param {Map<string, number>} shares
   */
  allShares(shares) {
    const order = ranked([...shares]);
    const best = order.find(([column]) => this.quiz.roles.includes(column));
    return this.shares([...new Set([...order.slice(0, 2), ...(best ? [best] : [])])]);
  }

  /**
   * @param {[string, number][]} shares
   */
  shares(shares) {
    const order = ranked(shares);
    const percents = percentages(order.map(([, share]) => share));
    return joined(
      order.map(([column], place) =>
        fill(this.say.AND_SHARE, {
          name: this.name(column),
          share: fill(this.say.PERCENT, { number: percents[place] }),
        })
      ),
    );
  }

  /**
   * Say from how many answers, and what the questions left could still do.
   * @param {HalfResult} half
   */
  howMany(half) {
    const { say } = this;
    const { answered, total } = half;
    if (half.left && half.chance_of_change !== null) {
      return fill(say.CHANCE, {
        answered: fill(say.ANSWERED, { answered, total }),
        left: half.left === 1 ? say.ONE_LEFT : fill(say.MANY_LEFT, { number: half.left }),
        chance: this.percent(half.chance_of_change),
      });
    }
    const questions = fill(total === 1 ? say.QUESTION : say.QUESTIONS, { number: grouped(total) });
    const said = fill(say.ANSWERED, { answered, total: questions });
    return 2 * answered < total ? fill(say.LITTLE_TO_GO_ON, { said }) : said;
  }

  // Why, what would change it, how sure ------------------------------------------------------

  /**
   * Return the strongest reason of each half, and the strongest of the rest.
   * @returns {Block[]}
   */
  why() {
    const byHalf = this.way.map((half) => half.reasons).filter((reasons) => reasons.length);
    const rest = byHalf.flatMap((reasons) => reasons.slice(1));
    const strongest = rest.sort((one, other) => other.factor - one.factor);
    const { MOST_REASONS, SHORT } = this.words.most;
    const reasons = [...byHalf.map(([first]) => first), ...strongest].slice(0, MOST_REASONS);
    if (!reasons.length) return [];
    const items = reasons.map((each) =>
      fill(this.say.REASON, { given: cut(this.given(each), SHORT), role: this.name(each.role) })
    );
    return [
      { kind: "heading", text: this.say.WHY, level: 2 },
      { kind: "items", items, signs: reasons.map(sign) },
    ];
  }

  /**
   * @param {string} id
   */
  question(id) {
    return this.quiz.questions.find((each) => each.id === id);
  }

  /**
   * Return the texts of answers to a question.
   * @param {string} id
   * @param {string[]} answers
   */
  texts(id, answers) {
    const own = this.question(id)?.answers ?? [];
    return answers.map((answer) => own.find((each) => each.id === answer)?.text ?? "");
  }

  /**
   * Return the answers behind a reason; where they are mere names, say what of.
   * @param {Reason} reason
   */
  given({ question, answers }) {
    const given = joined(this.texts(question, answers));
    if (!this.question(question)?.survey) return given;
    return fill(this.say.GIVEN, { question: asName(question), answers: given });
  }

  /**
   * Return the smallest change to any half, or that there is none, and how sure all is.
   * @returns {Block[]}
   */
  whatWouldChangeIt() {
    const { say } = this;
    if (!this.told.length) return [];
    let said = say.NO_CHANGE;
    let least = Infinity;
    for (const half of this.told) {
      if (half.change && half.change.movement < least) {
        least = half.change.movement;
        said = fill(say.WOULD, {
          changed: this.changed(half.change, this.words.most.SHORTER),
          subject: this.told.length > 1 ? fill(say.QUOTED, { text: half.title }) : say.IT,
          then: this.then(half.change),
        });
      }
    }
    const sure = joined(this.told.map((half) => this.sure(half)), " ");
    return [
      { kind: "heading", text: say.CHANGE, level: 2 },
      { kind: "items", items: [said, sure], signs: [] },
    ];
  }

  /**
   * @param {Change} change
   * @param {number} most
   */
  changed(change, most = Infinity) {
    const removed = change.before.filter((each) => !change.after.includes(each));
    const added = change.after.filter((each) => !change.before.includes(each));
    const [old, now] = [removed, added].map((ids) => this.quoted(change.question, ids, most));
    if (!added.length) return fill(this.say.WITHOUT, { old });
    const template = removed.length ? this.say.IN_PLACE : this.say.AS_WELL;
    return fill(template, { new: now, old });
  }

  /**
   * Return the texts of these answers; where each is cut, only the first of many.
   * @param {string} question
   * @param {string[]} ids
   * @param {number} most
   */
  quoted(question, ids, most) {
    const texts = this.texts(question, ids).map((text) =>
      cut(asName(text.replace(/^[“”]+|[“”]+$/g, "")), most)
    );
    const named = texts.map((text) => fill(this.say.QUOTED, { text }));
    const { MOST_QUOTED } = this.words.most;
    if (most < Infinity && named.length > MOST_QUOTED + 1) {
      named.splice(
        MOST_QUOTED,
        Infinity,
        fill(this.say.MORE, { number: named.length - MOST_QUOTED }),
      );
    }
    return this.listed(named);
  }

  /**
   * @param {Change} change
   */
  then(change) {
    const role = this.name(change.named[0]);
    return fill(change.named.length > 1 ? this.say.AHEAD : this.say.SAY, { role });
  }

  /**
   * Say in a sentence what a half rests on.
   * @param {HalfResult} result
   */
  sure({ title: half, sureness, told, lean, none }) {
    const { say } = this;
    if (sureness) {
      const people = grouped(sureness.people);
      return fill(say.SURE, { half, people, right: fixed(sureness.right * 100, 0) });
    }
    if (told) {
      return fill(say.TOLD, {
        half,
        held: fixed(told.held * 100, 0),
        people: grouped(told.people),
        where: none ? say.OTHER : say.THAT_JOB,
        roles: fixed(told.roles * 100, 0),
      });
    }
    if (lean) return fill(say.JUDGEMENT, { half });
    return fill(none ? say.NOTHING_SURE : say.NOBODY, { half });
  }

  // Everything -------------------------------------------------------------------------------

  /** @returns {Block[]} */
  everything() {
    /** @type {Block[]} */
    const blocks = [];
    for (const half of this.told) {
      blocks.push({ kind: "heading", text: half.title, level: 2 });
      if (half.shares) {
        /** @type {[string, Shown, number][]} */
        const items = ranked([...half.shares]).map((
          [role, share],
        ) => [role, this.name(role), share]);
        blocks.push({ kind: "bars", items });
      }
      blocks.push(this.sums(half), ...this.allReasons(half), ...this.change(half));
      blocks.push({ kind: "paragraph", text: half.rule }, { kind: "paragraph", text: half.basis });
      if (half.sureness) {
        blocks.push({ kind: "paragraph", text: this.sureness(half.sureness, half.leaders[0]) });
      }
    }
    return [...blocks, ...this.disputed()];
  }

  /**
   * @param {HalfResult} half
   * @returns {Block[]}
   */
  change({ change }) {
    if (!change) return [];
    const values = { changed: this.changed(change), subject: this.say.IT, then: this.then(change) };
    return [{ kind: "paragraph", text: fill(this.say.WOULD, values) }];
  }

  /**
   * Return the points of each column, and its share of all where there are shares.
   * @param {HalfResult} half
   * @returns {Block}
   */
  sums({ points, wide }) {
    return {
      kind: "table",
      headers: ["", this.say.POINTS, ...(wide ? [this.say.SHARE_OF_ALL] : [])],
      rows: [...points].map(([column, sum]) => [
        this.name(column),
        signed(sum),
        ...(wide ? [this.percent(wide.get(column) ?? 0)] : []),
      ]),
    };
  }

  /**
   * @param {HalfResult} half
   * @returns {Block[]}
   */
  allReasons(half) {
    if (!half.reasons.length) return [];
    const first = half.leaders[0] ?? half.beside ?? NONE;
    const pair = this.list([first, half.runner_up ?? ""]);
    const items = half.reasons.map((each) =>
      fill(this.say.FACTOR, {
        given: this.given(each),
        role: this.name(each.role),
        factor: fixed(each.factor, 1),
      })
    );
    return [
      { kind: "paragraph", text: fill(this.say.ODDS, { pair }) },
      { kind: "items", items, signs: half.reasons.map(sign) },
    ];
  }

  /**
   * @param {Sureness} sure
   * @param {string} leader
   */
  sureness(sure, leader) {
    const other = sure.confused_with;
    const number = fixed(sure.confused * 100, 0);
    return fill(this.say.SURENESS, {
      people: grouped(sure.people),
      low: fixed(sure.low * 100, 0),
      high: fixed(sure.high * 100, 0),
      right: fixed(sure.right * 100, 0),
      leader: this.name(leader),
      held: fixed(sure.held * 100, 0),
      confused: other ? fill(this.say.CONFUSED, { number, other: this.name(other) }) : "",
    });
  }

  /** @returns {Block[]} */
  disputed() {
    if (!this.result.disputed.length) return [];
    const items = this.result.disputed.map(({ question, answer: id, disputes }) => {
      const [answer] = this.texts(question, [id]);
      return fill(this.say.DISPUTED_ANSWER, { answer, disputes: joined(disputes.map(asName)) });
    });
    return [
      { kind: "heading", text: this.say.DISPUTED, level: 2 },
      { kind: "items", items, signs: [] },
    ];
  }

  // What is next -----------------------------------------------------------------------------

  /**
   * Return commands that lead on, by names that the catalogue knows.
   * @param {boolean} full
   * @returns {string[][]}
   */
  next(full) {
    const { result, words } = this;
    if (!result.answered) return [["quiz"], ["compare"]];
    const named = this.mostTelling().filter((each) => words.known.includes(each));
    const others = this.way.flatMap((half) => [...half.leaders, half.runner_up ?? ""]);
    const nextToIt = others.filter((each) => each && !named.includes(each));
    const both = named.length > 1 ? named : [...named, ...nextToIt.slice(0, 1)];
    const show = result.agree === false ? named.at(-1) : named[0];
    const elsewhere = Boolean(result.beside) || this.fitsNoneInAHalf();
    return [
      ...(show ? [["show", show]] : []),
      ...(both.length > 1 ? [["compare", ...both]] : []),
      ...this.plan(named),
      ...(elsewhere ? [["list", "--all"]] : []),
      ...(result.disputed.length && full ? [["sources", "--disputes"]] : []),
      ...(full || !elsewhere ? [["quiz", "questions"]] : []),
    ];
  }

  /**
   * Return the plan for what is named; a mover's goes from what they do to what they want.
   * @param {string[]} named
   * @returns {string[][]}
   */
  plan(named) {
    const roles = named.filter((each) => this.words.roles.includes(each));
    const [first, last] = [roles[0], roles.at(-1) ?? ""];
    if (this.result.none || !first) return [];
    if (this.result.agree === false && roles.length > 1) return [["plan", last, "--from", first]];
    return [["plan", first]];
  }

  /**
   * Return what is named, from what somebody does to what they want, or what is nearest.
   * @returns {string[]}
   */
  mostTelling() {
    const { result } = this;
    if (result.agree === false) return [...new Set(this.way.map((half) => this.named(half)[0]))];
    if (result.none) return this.jobs().map(([column]) => column);
    return result.leaders.length ? result.leaders : [result.beside ?? ""];
  }

  /**
   * @param {string} column
   */
  name(column) {
    return this.names.get(column) ?? asName(column);
  }

  /**
   * @param {string[]} columns
   * @param {Shown} word
   */
  list(columns, word = this.say.AND) {
    return this.listed(columns.map((each) => this.name(each)), word);
  }

  /**
   * @param {Shown[]} names
   * @param {Shown} word
   */
  listed(names, word = this.say.AND) {
    const first = names.slice(0, -1);
    const last = names.at(-1) ?? "";
    return first.length ? joined([joined(first), word, last], " ") : last;
  }

  /**
   * @param {number} share
   */
  percent(share) {
    if (share < this.words.most.LEAST) return this.say.FEW;
    return fill(this.say.PERCENT, { number: fixed(100 * share, 0) });
  }
}

/**
 * Return columns with their shares, the highest first; ties stay in their order.
 * @param {[string, number][]} shares
 */
function ranked(shares) {
  return [...shares].sort(([, one], [, other]) => other - one);
}

/**
 * @param {Reason} reason
 * @returns {Sign}
 */
function sign(reason) {
  return reason.for_leader ? "+" : "−";
}
