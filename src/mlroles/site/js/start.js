// What happens when the page is opened.
import { offerComparison } from "./compare.js";
import { dataOfPage, follow, route } from "./page.js";
import { Asking } from "./quiz.js";

document.documentElement.classList.add("js");
const data = dataOfPage();
const home = document.getElementById("quiz");
if (home && data?.quiz && data.words) new Asking(home, data, data.quiz, data.words);
if (data) offerComparison(data);
window.addEventListener("hashchange", follow);
route();
