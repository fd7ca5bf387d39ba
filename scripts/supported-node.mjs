/**
 * Whether this version of Node can run the app: what "engines" in package.json says.
 * better-sqlite3 and Next set the lower bounds; 21 and 23 were never kept up to date by anybody.
 * @param {string} version such as 20.19.0
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 14) || major >= 24
}
