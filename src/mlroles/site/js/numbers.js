// Numbers, computed and written as Python does it: the page must not differ by a rounding.

/** @import { Shown } from "./data.js" */

/**
 * Return the sum of numbers, rounded once, as Python's `math.fsum` (Shewchuk 1997).
 * @param {number[]} numbers
 * @returns {number}
 */
export function sum(numbers) {
  /** @type {number[]} */
  const partials = [];
  for (const number of numbers) {
    let high = number;
    let kept = 0;
    for (let place = 0; place < partials.length; place += 1) {
      let other = partials[place];
      if (Math.abs(high) < Math.abs(other)) [high, other] = [other, high];
      const both = high + other;
      const low = other - (both - high);
      if (low) {
        partials[kept] = low;
        kept += 1;
      }
      high = both;
    }
    partials.length = kept;
    partials.push(high);
  }
  return rounded(partials);
}

/**
 * Return the sum of numbers that do not overlap, the smallest first, rounded once.
 * @param {number[]} partials
 */
function rounded(partials) {
  let place = partials.length - 1;
  let total = partials[place] ?? 0;
  let rest = 0;
  while (place > 0 && !rest) {
    place -= 1;
    const both = total + partials[place];
    rest = partials[place] - (both - total);
    total = both;
  }
  // Half way between two numbers, what is left decides which of them is nearer.
  if (rest && place > 0 && rest < 0 === partials[place - 1] < 0) {
    const nearer = total + 2 * rest;
    if (nearer - total === 2 * rest) total = nearer;
  }
  return total;
}

/**
 * Return a number with so many digits after the point; half way, the last one is even.
 * @param {number} number
 * @param {number} digits
 * @returns {Shown}
 */
export function fixed(number, digits) {
  return /** @type {Shown} */ (evenly(number, digits).toFixed(digits));
}

/**
 * Return a number, or where it lies half way between two, the one whose last digit is even.
 * @param {number} number
 * @param {number} digits
 */
function evenly(number, digits) {
  // Only odd multiples of such a power of two lie half way between two such decimals.
  const halves = number * 2 ** (digits + 1);
  if (!Number.isInteger(halves) || halves % 2 === 0) return number;
  const below = (halves * 5 ** digits - 1) / 2;
  return (below % 2 === 0 ? below : below + 1) / 10 ** digits;
}

/**
 * @param {number} number
 * @param {number} digits
 */
export function round(number, digits) {
  return Number(fixed(number, digits));
}

/**
 * Return a whole number, its thousands set apart.
 * @param {number} number
 */
export function grouped(number) {
  return /** @type {Shown} */ (fixed(number, 0).replace(/\B(?=(\d{3})+$)/g, ","));
}

/**
 * Return a number of points with its sign and two digits.
 * @param {number} number
 */
export function signed(number) {
  const digits = fixed(Math.abs(number), 2);
  return /** @type {Shown} */ ((number < 0 || Object.is(number, -0) ? "−" : "+") + digits);
}

/**
 * Return shares that sum to one: e to the power of each sum of points, over their total.
 * @param {number[]} points
 */
export function softmax(points) {
  const highest = Math.max(...points);
  const weights = points.map((value) => Math.exp(value - highest));
  const whole = sum(weights);
  return weights.map((weight) => weight / whole);
}

/**
 * Return the chance that a normal variable is below 0, or 0 itself where it does not vary.
 * @param {number} mean
 * @param {number} spread
 */
export function belowZero(mean, spread) {
  if (!spread) return mean <= 0 ? 1 : 0;
  return 0.5 * erfc(mean / (spread * Math.SQRT2));
}

/**
 * Return the complementary error function: near 0 by its series, further out by its continued
 * fraction (Abramowitz and Stegun 7.1.6 and 7.1.14).
 * @param {number} x
 * @returns {number}
 */
function erfc(x) {
  if (x < 0) return 2 - erfc(-x);
  if (x < 2) {
    let term = x;
    let series = x;
    for (let n = 1; term > series * 1e-18; n += 1) {
      term *= (2 * x * x) / (2 * n + 1);
      series += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * series;
  }
  let fraction = x;
  for (let n = 100; n > 0; n -= 1) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI));
}

/**
 * Return the shares of one whole as whole percentages that sum to 100, by largest remainders.
 * @param {number[]} shares
 */
export function percentages(shares) {
  const exact = shares.map((share) => round(100 * share, 9));
  if (Math.abs(sum(exact) - 100) > 1e-6) return exact.map((percent) => round(percent, 0));
  const whole = exact.map(Math.floor);
  const missing = 100 - sum(whole);
  exact
    .map((_, place) => place)
    .sort((one, other) => whole[one] - exact[one] - (whole[other] - exact[other]))
    .slice(0, missing)
    .forEach((place) => {
      whole[place] += 1;
    });
  return whole;
}
