// Choosing which roles and which aspects are set side by side.
import { make } from "./page.js";

/** @import { Data } from "./data.js" */

/**
 * Put the choices above each comparison of the page.
 * @param {Data} data
 */
export function offerComparison({ compare, links }) {
  const home = document.getElementById("compare");
  const table = home?.querySelector("table");
  if (!home || !table || compare.roles.length < 3) return;
  const chosen = new Set(compare.roles.map(([id]) => id));
  const aspects = new Set(compare.aspects);
  const pair = make("p");
  const show = () => {
    const isShown = compare.roles.map(([id]) => chosen.has(id));
    for (const row of table.rows) {
      [...row.cells].forEach((cell, place) => {
        if (cell.colSpan === 1 && place > 0) cell.hidden = isShown[place - 1] === false;
      });
      const name = row.querySelector("tbody th[scope=row]")?.firstChild?.textContent ?? "";
      const aspect = compare.aspects.find((each) => name === each || name.startsWith(`${each} `));
      row.hidden = aspect !== undefined && !aspects.has(aspect);
    }
    const both = compare.roles.filter(([id]) => chosen.has(id)).map(([id]) => id);
    const link = both.length === 2 ? links[`compare-${both.join("-")}`] : undefined;
    pair.replaceChildren(...(link ? [make("a", { href: link[0] }, link[1])] : []));
  };
  const choice = (
    /** @type {Set<string>} */ set,
    /** @type {string} */ id,
    /** @type {string} */ name,
  ) => {
    const change = (/** @type {Event} */ event) => {
      if (/** @type {HTMLInputElement} */ (event.target).checked) set.add(id);
      else set.delete(id);
      show();
    };
    return make("label", {}, make("input", { type: "checkbox", checked: true, change }), name);
  };
  const roles = compare.roles.map(([id, name]) => choice(chosen, id, name));
  const rows = compare.aspects.map((name) => choice(aspects, name, name));
  table.before(
    make("fieldset", {}, make("legend", {}, "Roles"), make("div", { class: "chosen" }, ...roles)),
    make(
      "details",
      {},
      make("summary", {}, "Choose rows"),
      make("fieldset", {}, make("legend", {}, "Rows"), make("div", { class: "chosen" }, ...rows)),
    ),
    pair,
  );
}
