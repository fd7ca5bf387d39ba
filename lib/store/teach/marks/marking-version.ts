import 'server-only'
import { randomUUID } from 'node:crypto'

/**
 * The name of the code that marks (mark-paper.ts and all that it imports), which the build works out of that code and
 * writes in here: scripts/marking-version.mjs. Where no build has, while developing or in a script, each process has a name
 * of its own, and so believes only what it has marked itself.
 */
export const markingVersion: string = process.env.MARKING_VERSION ?? randomUUID()
