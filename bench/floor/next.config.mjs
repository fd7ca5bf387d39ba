// The emptiest app that Next builds, and one route: what Timewait is measured against. It is JavaScript, for in TypeScript
// Next would write a tsconfig.json beside it.

/** @type {import('next').NextConfig} */
export default { poweredByHeader: false, serverExternalPackages: ['better-sqlite3'] }
