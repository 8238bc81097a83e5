// Choosing which roles and which rows are set side by side.
import { make, write } from "./page.js";
import { fill, joined } from "./words.js";

/** @import { Data, Shown } from "./data.js" */

/**
 * Put the choices above the comparison of the page, and show what is chosen.
 * @param {Data} data
 */
export function offerComparison(data) {
  const home = document.getElementById("compare");
  const table = home?.querySelector("table");
  if (home && table && data.compare.roles.length > 2) new Choosing(home, table, data);
}

class Choosing {
  /**
   * @param {HTMLElement} home
   * @param {HTMLTableElement} table
   * @param {Data} data
   */
  constructor(home, table, { compare, labels, links }) {
    this.home = home;
    this.table = table;
    this.compare = compare;
    this.labels = labels;
    this.links = links;
    this.isChosen = compare.roles.map((role) => role.chosen);
    this.isWanted = compare.rows.map(() => true);
    this.next = make("p", { role: "status" });
    table.before(
      this.choices(labels.ROLES, compare.roles.map((role) => role.title), this.isChosen),
      make(
        "details",
        {},
        make("summary", {}, labels.CHOOSE_ROWS),
        this.choices(labels.ROWS, compare.rows.map((row) => row.title), this.isWanted),
      ),
      this.next,
    );
    this.show();
  }

  /**
   * Return boxes to tick, which say in `states` whether they are.
   * @param {Shown} legend
   * @param {Shown[]} titles
   * @param {boolean[]} states
   */
  choices(legend, titles, states) {
    const boxes = titles.map((title, place) => {
      const change = (/** @type {Event} */ event) => {
        states[place] = /** @type {HTMLInputElement} */ (event.target).checked;
        this.show();
      };
      const box = make("input", { type: "checkbox", checked: states[place], change });
      return make("label", {}, box, title);
    });
    const all = make("div", { class: "chosen" }, ...boxes);
    return make("fieldset", {}, make("legend", {}, legend), all);
  }

  /** Show what is chosen, marked and named as the same roles are by `mlroles compare`. */
  show() {
    const { compare, labels, links, table } = this;
    const roles = compare.roles.filter((_, role) => this.isChosen[role]);
    const pair = links[`compare-${roles.map((role) => role.id).join("-")}`];
    const name = roles.length ? joined(roles.map((role) => role.title), " · ") : links.compare[1];
    for (const each of this.home.querySelectorAll("h2, caption")) write(each, name);
    for (const row of table.rows) {
      [...row.cells].slice(1).forEach((cell, role) => (cell.hidden = !this.isChosen[role]));
    }
    const marks = [...(table.tBodies[0]?.rows ?? [])].map((row, place) => this.showRow(row, place));
    table.hidden = !roles.length;
    table.classList.toggle("many", roles.length + 1 >= compare.many);
    const legend = this.home.querySelector("footer [href$='sources-disputes']")?.closest("p");
    if (legend) legend.hidden = !marks.includes(true);
    if (!roles.length) write(this.next, labels.NO_ROLE);
    else if (pair) this.next.replaceChildren(make("a", { href: pair[0] }, pair[1]));
    else write(this.next, "");
  }

  /**
   * Show a row where something is said of the roles chosen; return whether it is marked.
   * @param {HTMLTableRowElement} row
   * @param {number} place
   */
  showRow(row, place) {
    const { title, cells } = this.compare.rows[place];
    const said = cells.filter((_, role) => this.isChosen[role]);
    row.hidden = !this.isWanted[place] || said.every((cell) => cell === "nothing");
    const isMarked = !row.hidden && said.includes("disputed");
    write(row.cells[0], isMarked ? fill(this.labels.DISPUTED_ROW, { row: title }) : title);
    return isMarked;
  }
}
