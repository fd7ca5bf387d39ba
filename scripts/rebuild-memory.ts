// npm run rebuild-memory: computes the memory of every card and every running total anew from the log of reviews, says
// what was kept otherwise, and puts it right. Ends with 1 where anything had to be put right.
import { database } from '../lib/store/database'
import { rebuildEverybody } from '../lib/store/review/rebuild-everybody'

const { users, cards, differing } = await rebuildEverybody(new Date())
for (const line of differing) console.error(line)
console.log(`${cards} cards of ${users} learners rebuilt, ${differing.length} were kept otherwise`)
await (await database()).close()
process.exitCode = differing.length === 0 ? 0 : 1
