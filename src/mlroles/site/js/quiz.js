// The quiz in the page: its screens, one after the other.
import { button, focusOn, make, write } from "./page.js";
import { prepared } from "./scorecard.js";
import {
  answer,
  at,
  atEnd,
  back,
  mayStopEarly,
  opensHalf,
  questionOf,
  resumed,
  skip,
  skipHalf,
  started,
} from "./session.js";
import { dumpSheet, faults, parseSheet } from "./sheets.js";
import { percentages } from "./numbers.js";
import { judge } from "./verdict.js";
import { fill, joined, resultBlocks } from "./words.js";

/** @import { Answer, Data, Question, QuizData, Shown, Words } from "./data.js" */
/** @import { Answers } from "./scorecard.js" */
/** @import { Session } from "./session.js" */
/** @import { Block } from "./words.js" */

/**
 * What is seen: the first screen, a question (or what stands before a half), the answers, the
 * result. `noted` are the halves of which a person said that they want to begin.
 * @typedef {{screen: "start" | "asking" | "review" | "result", session: Session, noted: string[],
 *   changing: boolean}} View
 */

/** Puts the quiz into the page. */
export class Asking {
  /**
   * @param {HTMLElement} home
   * @param {Data} data
   * @param {QuizData} quiz
   * @param {Words} words
   */
  constructor(home, data, quiz, words) {
    this.data = data;
    this.labels = data.labels;
    this.quiz = prepared(quiz);
    this.words = words;
    this.key = `mlroles/answers/${quiz.id}/${quiz.fingerprint}`;
    this.keeps = this.stored() !== null;
    this.answerAll = false;
    this.box = make("div");
    home.append(this.box);
    /** @type {View[]} */
    this.seen = [];
    /** @type {View} */
    this.view = { screen: "start", session: started(this.quiz), noted: [], changing: false };
    this.draw(false);
    window.addEventListener("popstate", (event) => this.return(event.state?.view));
    window.addEventListener("beforeunload", (event) => {
      if (this.view.session.answers.size && !this.keeps) event.preventDefault();
    });
  }

  /**
   * Show something else; the browser's way back leads to what was shown.
   * @param {Partial<View>} change
   */
  go(change) {
    if (!this.seen.length) this.remember(true);
    this.view = { ...this.view, ...change };
    this.remember(false);
    this.keep();
    this.draw(true);
  }

  /**
   * @param {boolean} first
   */
  remember(first) {
    this.seen.push(this.view);
    const state = { view: this.seen.length - 1 };
    if (first) history.replaceState(state, "");
    else history.pushState(state, "", "#quiz");
  }

  /**
   * Show again what the browser went back to, or forward, with all answers given since.
   * @param {number | undefined} place
   */
  return(place) {
    const view = place === undefined ? undefined : this.seen[place];
    if (!view) return;
    const { answers } = this.view.session;
    this.view = { ...view, session: { ...view.session, answers } };
    this.draw(true);
  }

  // What is kept, where the person wants that --------------------------------------------------

  /** @returns {Answers | null} */
  stored() {
    try {
      const text = localStorage.getItem(this.key);
      return text === null ? null : parseSheet(this.quiz, text);
    } catch {
      return null;
    }
  }

  keep() {
    if (!this.keeps) return;
    try {
      localStorage.setItem(this.key, dumpSheet(this.quiz, this.view.session.answers));
    } catch {
      this.keeps = false;
    }
  }

  forget() {
    this.keeps = false;
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Nothing could be kept here, and so nothing is.
    }
    this.draw(false);
  }

  /** @returns {HTMLElement[]} */
  keeping() {
    if (this.keeps) {
      return [button(this.labels.DELETE, () => this.forget())];
    }
    const keep = () => {
      this.keeps = true;
      this.keep();
      this.draw(false);
    };
    return [button(this.labels.KEEP, keep)];
  }

  download() {
    const sheet = new Blob([dumpSheet(this.quiz, this.view.session.answers)], {
      type: "application/json",
    });
    const link = make("a", { href: URL.createObjectURL(sheet), download: "answers.json" });
    link.click();
    URL.revokeObjectURL(link.href);
  }

  // The screens --------------------------------------------------------------------------------

  /**
   * @param {boolean} focus whether the person is led to the new screen
   */
  draw(focus) {
    const screens = {
      start: () => this.start(),
      asking: () => this.asking(),
      review: () => this.review(),
      result: () => this.result(),
    };
    this.box.replaceChildren(...screens[this.view.screen]());
    if (!focus) return;
    window.scrollTo(0, 0);
    focusOn(this.box.querySelector("legend, h3"));
  }

  /** @returns {HTMLElement[]} */
  start() {
    const { labels } = this;
    const count = this.quiz.questions.length;
    const most = this.quiz.halves.some((half) => half.stop) ? labels.AT_MOST : "";
    const stored = this.stored();
    const begin = (/** @type {Session} */ session) =>
      this.go({
        screen: questionOf(session) ? "asking" : "review",
        session,
        noted: [],
        changing: false,
      });
    const fault = make("p", { class: "error", role: "alert" });
    const read = async (/** @type {Event} */ event) => {
      const [file] = /** @type {HTMLInputElement} */ (event.target).files ?? [];
      const answers = file ? parseSheet(this.quiz, await file.text()) : null;
      if (answers) begin(resumed(this.quiz, answers, this.answerAll));
      else write(fault, labels.NO_SHEET);
    };
    const all = (/** @type {Event} */ event) => {
      this.answerAll = /** @type {HTMLInputElement} */ (event.target).checked;
    };
    return [
      make("p", {}, fill(labels.HOW_MANY, { most, count })),
      make("p", {}, labels.PRIVATE),
      ...(most
        ? [
          make(
            "p",
            {},
            make(
              "label",
              {},
              make("input", { type: "checkbox", change: all, checked: this.answerAll }),
              " ",
              labels.ASK_ALL,
            ),
          ),
        ]
        : []),
      make(
        "div",
        { class: "actions" },
        button(labels.START, () => begin(started(this.quiz, this.answerAll)), true),
        ...(stored
          ? [
            button(labels.GO_ON, () => begin(resumed(this.quiz, stored, this.answerAll))),
          ]
          : []),
        ...(this.keeps ? this.keeping() : []),
      ),
      make(
        "details",
        {},
        make("summary", {}, labels.FROM_FILE),
        make(
          "label",
          {},
          labels.SHEET,
          " ",
          make("input", { type: "file", accept: ".json", change: read }),
        ),
        fault,
      ),
    ];
  }

  /** @returns {HTMLElement[]} */
  asking() {
    const { labels } = this;
    const { session, noted, changing } = this.view;
    const question = questionOf(session);
    const half = session.quiz.halves.find((each) => each.id === question?.half);
    if (!question || !half) return this.review();
    if (half.note && opensHalf(session) && !noted.includes(half.id) && !changing) {
      return this.beforeHalf(half.id, half.title, half.note);
    }
    const fault = make("p", { class: "error", role: "alert" });
    const given = session.answers.get(question.id) ?? [];
    const choices = question.answers.map((each) => this.choice(question, each, given));
    const chosen = () =>
      [...form.querySelectorAll("input:checked")].map((each) =>
        /** @type {HTMLInputElement} */ (each).value
      );
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      const ids = chosen();
      if (faults(question, ids).length) {
        write(fault, labels.NO_ANSWER);
      } else this.after(answer(session, ids));
    };
    const count = session.quiz.questions.length;
    const most = mayStopEarly(session) ? labels.AT_MOST : "";
    const place = fill(labels.PLACE, { number: session.position + 1, most, count });
    const form = make(
      "form",
      { submit },
      make("p", { class: "muted" }, place),
      make("progress", {
        max: String(count),
        value: String(session.position),
        "aria-label": place,
      }),
      make(
        "fieldset",
        {},
        make("legend", {}, question.text),
        ...(question.several ? [make("p", {}, labels.SEVERAL)] : []),
        ...choices,
      ),
      fault,
      make(
        "div",
        { class: "actions" },
        make("button", { type: "submit", class: "first" }, labels.NEXT),
        button(labels.SKIP, () => this.after(skip(session))),
        ...(changing ? [] : [button(labels.BACK, () => this.goBack())]),
        ...(session.answers.size && !changing
          ? [button(labels.TO_RESULT, () => this.go({ screen: "review", session: atEnd(session) }))]
          : []),
      ),
      make("details", {}, make("summary", {}, labels.WHY_ASKED), make("p", {}, question.why)),
    );
    return [form];
  }

  /**
   * @param {Question} question
   * @param {Answer} each
   * @param {string[]} given
   */
  choice(question, each, given) {
    const change = (/** @type {Event} */ event) => {
      const input = /** @type {HTMLInputElement} */ (event.target);
      if (!question.several || !input.checked) return;
      for (const other of question.answers) {
        if (other.id === each.id || !(other.alone || each.alone)) continue;
        const box = input.form?.querySelector(`input[value="${other.id}"]`);
        /** @type {HTMLInputElement} */ (box).checked = false;
      }
    };
    const input = make("input", {
      type: question.several ? "checkbox" : "radio",
      name: "answer",
      value: each.id,
      checked: given.includes(each.id),
      change,
    });
    return make("label", { class: "choice" }, input, make("span", {}, each.text));
  }

  /**
   * @param {string} id
   * @param {Shown} title
   * @param {Shown} note
   */
  beforeHalf(id, title, note) {
    const { labels } = this;
    const { session, noted } = this.view;
    return [
      make("h3", {}, title),
      make("p", {}, note),
      make(
        "div",
        { class: "actions" },
        button(labels.BEGIN_HALF, () => this.go({ noted: [...noted, id] }), true),
        button(labels.SKIP_HALF, () => this.after(skipHalf(session))),
        button(labels.BACK, () => this.goBack()),
      ),
    ];
  }

  goBack() {
    const { session } = this.view;
    const before = back(session);
    if (before.position === session.position) this.go({ screen: "start" });
    else this.go({ session: before });
  }

  /**
   * @param {Session} session
   */
  after(session) {
    const { changing } = this.view;
    const done = changing || !questionOf(session);
    this.go({
      session: done ? atEnd(session) : session,
      screen: done ? "review" : "asking",
      changing: false,
    });
  }

  /** @returns {HTMLElement[]} */
  review() {
    const { labels } = this;
    const { session } = this.view;
    const given = session.quiz.questions.map((question) => {
      const ids = session.answers.get(question.id) ?? [];
      const texts = question.answers.filter((each) => ids.includes(each.id)).map((each) =>
        each.text
      );
      const change = () =>
        this.go({ screen: "asking", session: at(session, question.id), changing: true });
      const said = fill(labels.CHANGE_THAT, { question: question.text });
      return make(
        "div",
        {},
        make("dt", {}, question.text),
        make(
          "dd",
          {},
          joined(texts) || labels.NOT_ANSWERED,
          " ",
          make("button", { type: "button", "aria-label": said, click: change }, labels.CHANGE_IT),
        ),
      );
    });
    return [
      make("h3", {}, labels.ANSWERS),
      make(
        "div",
        { class: "actions" },
        button(labels.SEE_RESULT, () => this.go({ screen: "result" }), true),
      ),
      make("dl", { class: "review" }, ...given),
    ];
  }

  /** @returns {HTMLElement[]} */
  result() {
    const { labels } = this;
    const { session } = this.view;
    const result = judge(this.quiz, session.answers);
    const blocks = resultBlocks(result, this.quiz, this.words, false);
    const [, ...everything] = resultBlocks(result, this.quiz, this.words, true);
    return [
      ...blocks.flatMap((each) => this.block(each)),
      ...(result.answered
        ? [
          make(
            "details",
            {},
            make("summary", {}, labels.EVERYTHING),
            ...everything.filter((each) => each.kind !== "next").flatMap((each) =>
              this.block(each)
            ),
          ),
        ]
        : []),
      make(
        "div",
        { class: "actions" },
        button(labels.DOWNLOAD, () => this.download(), true),
        button(labels.CHANGE_ANSWERS, () => this.go({ screen: "review" })),
        ...this.keeping(),
        button(
          labels.START_OVER,
          () =>
            this.go({ screen: "start", session: started(this.quiz, this.answerAll), noted: [] }),
        ),
      ),
      make("p", { class: "muted" }, labels.READ_BY),
    ];
  }

  /**
   * @param {Block} block
   * @returns {HTMLElement[]}
   */
  block(block) {
    switch (block.kind) {
      case "heading":
        return [block.level === 1 ? make("h3", {}, block.text) : make("h4", {}, block.text)];
      case "paragraph":
        return [make("p", {}, block.text)];
      case "fields": {
        const items = block.items.flatMap(([label, lines]) => [
          make("dt", {}, label),
          make("dd", {}, ...lines.flatMap((line, place) => (place ? [make("br"), line] : [line]))),
        ]);
        return [make("dl", {}, ...items)];
      }
      case "items": {
        const items = block.items.map((item, place) =>
          make("li", {}, block.signs[place] ?? "", " ", item)
        );
        return [make("ul", block.signs.length ? { class: "signs" } : {}, ...items)];
      }
      case "bars":
        return [this.bars(block.items)];
      case "table":
        return [this.table(block.headers, block.rows)];
      default:
        return [this.next(block.commands)];
    }
  }

  /**
   * @param {[string, Shown, number][]} items
   */
  bars(items) {
    const percents = percentages(items.map(([, , share]) => share));
    const rows = items.map(([id, name], place) => {
      const colour = this.data.colours[id];
      const percent = percents[place];
      const said = fill(this.words.say.PERCENT, { number: percent });
      return make(
        "tr",
        {},
        make("th", { scope: "row" }, name),
        make(
          "td",
          colour === undefined ? {} : { class: `role${colour % 5}` },
          drawnBar(percent, said),
        ),
        make("td", { class: "figure" }, said),
      );
    });
    const share = make("th", { scope: "col", class: "figure" }, this.labels.SHARE);
    const head = make("tr", {}, make("td"), make("td"), share);
    return make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows));
  }

  /**
   * @param {Shown[]} headers
   * @param {Shown[][]} rows
   */
  table(headers, rows) {
    const head = headers.map((each) => (each ? make("th", { scope: "col" }, each) : make("td")));
    const body = rows.map(([name, ...cells]) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, name),
        ...cells.map((each, place) => make("td", { "data-of": headers[place + 1] }, each)),
      )
    );
    return make(
      "table",
      {},
      make("thead", {}, make("tr", {}, ...head)),
      make("tbody", {}, ...body),
    );
  }

  /**
   * Lead on to the places of the page that commands show.
   * @param {string[][]} commands
   */
  next(commands) {
    const found = commands.map((words) => this.linkOf(words)).filter((each) => each !== undefined);
    const items = found.map(([address, title]) =>
      make("li", {}, make("a", { href: address }, title))
    );
    return make("ul", { class: "next" }, ...items);
  }

  /**
   * @param {string[]} words
   */
  linkOf([name, ...rest]) {
    const { links } = this.data;
    const named = rest.filter((each) => !each.startsWith("--"));
    if (name === "plan" && rest.includes("--from")) return links[`plan-${named[1]}-${named[0]}`];
    if (name === "show") return links[`role-${named[0]}`];
    if (name === "quiz") return named.length ? links[`quiz-${named[0]}`] : undefined;
    return links[[name, ...rest.map((each) => each.replace(/^--/, ""))].join("-")] ?? links[name];
  }
}

/**
 * @param {number} percent
 * @param {Shown} said
 */
function drawnBar(percent, said) {
  const picture = (/** @type {string} */ tag, /** @type {Record<string, string>} */ attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const drawn = picture("svg", { viewBox: "0 0 200 16", preserveAspectRatio: "none", role: "img" });
  const title = picture("title", {});
  write(title, said);
  drawn.append(
    title,
    picture("rect", { class: "ground", x: "0", width: "200", y: "1", height: "14" }),
    picture("rect", { x: "0", width: String(2 * percent), y: "1", height: "14" }),
  );
  return drawn;
}
