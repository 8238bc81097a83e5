// Showing one section at a time, and writing what the script has to say: text only, no markup.

/** @import { Data, Shown } from "./data.js" */

/** @returns {Data | undefined} */
export function dataOfPage() {
  const holder = document.getElementById("data");
  return holder ? JSON.parse(holder.textContent ?? "") : undefined;
}

/**
 * Make an element; what it holds is text, or other elements.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean | EventListener> & {"aria-label"?: Shown}} attributes
 * @param {(Node | Shown)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (typeof value === "boolean") element.toggleAttribute(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/**
 * Have an element say something, in place of what it says.
 * @param {Element} element
 * @param {Shown} said
 */
export function write(element, said) {
  element.replaceChildren(said);
}

/**
 * Make a button.
 * @param {Shown} label
 * @param {() => void} act
 * @param {boolean} first
 */
export function button(label, act, first = false) {
  return make("button", { type: "button", class: first ? "first" : "", click: act }, label);
}

/**
 * Show the section that the address leads to, and nothing else; the first where it leads nowhere.
 */
export function route() {
  const sections = [...document.querySelectorAll("main > section")];
  if (sections.length < 2) return;
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const shown = target?.closest("main > section") ?? sections[0];
  for (const section of sections) section.toggleAttribute("hidden", section !== shown);
  for (const link of document.querySelectorAll(".menu a")) {
    const isHere = link.getAttribute("href") === `#${shown.id}`;
    if (isHere) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
    if (isHere) link.closest("details")?.setAttribute("open", "");
  }
  if (target && target !== shown) target.scrollIntoView();
  else window.scrollTo(0, 0);
}

/**
 * Go on to where a link of the page led, with the keyboard too.
 */
export function follow() {
  route();
  const shown = document.querySelector("main > section:not([hidden]) h2");
  focusOn(/** @type {HTMLElement | null} */ (shown));
}

/**
 * Move the keyboard and the screen reader to an element.
 * @param {HTMLElement | null} element
 */
export function focusOn(element) {
  element?.setAttribute("tabindex", "-1");
  element?.focus({ preventScroll: true });
}
