/**
 * The key under which a name of the machine (an event, a condition, an emission, a check) stands in the message
 * files: lower case, everything but letters and digits folded to `-`.
 */
export function wordKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
