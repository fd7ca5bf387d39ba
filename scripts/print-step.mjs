/**
 * Prints one finished step and how long it took, so that a person can see where a start or a test spends its time.
 * @param {string} name
 * @param {number} milliseconds
 */
export function printStep(name, milliseconds) {
  console.log(`  ${name.padEnd(48)} ${(milliseconds / 1000).toFixed(1).padStart(6)} s`)
}

/**
 * Does some work and prints it as a step when it is done.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = performance.now()
  const result = await work()
  printStep(name, performance.now() - began)
  return result
}
