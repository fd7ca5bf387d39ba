// kill -9 while people answer over HTTP: the built app is killed at random moments and started again on the same
// database, TRIALS times. Each answer that was acknowledged must be there, once and as it was given, and no transaction
// half done. Ends with 1 where anything is lost.
//   tsx --conditions=react-server scripts/faults/kill-server.ts TRIALS
import { createPost } from '../../bench/app/post'
import { serveBuild } from '../../bench/app/serve-build'
import { makeSettings } from '../../bench/app/settings'
import { answersTo, sendOne, sendUntilGone } from './answers-under-fire'
import { momentToKill } from './moment-to-kill'

const trials = Number(process.argv[2] ?? 500)
const { environment } = makeSettings()
const { findLosses } = await import('./check-stored')
const { preparePractices } = await import('../../bench/app/prepare-practices')
// Short ones, so that many are just being finished when the server dies.
const practices = await preparePractices({ guests: 40, practicesEach: Math.ceil(trials / 2) + 5, length: 5 })
const answers = answersTo(practices)

const losses: string[] = []
const restartsMs: number[] = []
let resent = 0
let otherReplies = 0

for (let trial = 1; trial <= trials; trial++) {
  const began = performance.now()
  const app = await serveBuild('.', environment)
  restartsMs.push(performance.now() - began)
  resent += answers.unacknowledged.length
  await replayLast(app.port)
  const moment = momentToKill()
  const sending = sendUntilGone(app.port, answers, moment.acked)
  await Promise.race([moment.come, sending])
  await app.kill()
  await sending
  if (trial % 25 === 0 || trial === trials) {
    losses.push(...(await findLosses(environment.DATABASE_URL, answers)))
    console.log(`${trial} trials: ${answers.acknowledged.length} acknowledged, ${losses.length} lost or wrong`)
  }
  if (losses.length > 0) break
}

/** The last answer that was acknowledged before the kill, sent again, gets the same reply. */
async function replayLast(port: number): Promise<void> {
  const last = answers.acknowledged.at(-1)
  if (last === undefined) return
  const reply = await sendOne(createPost(port), last.answer)
  if (reply?.text !== last.reply) otherReplies += 1
}

for (const loss of losses.slice(0, 20)) console.error(loss)
console.log(
  JSON.stringify({
    trials: restartsMs.length,
    acknowledged: answers.acknowledged.length,
    unacknowledgedAndSentAgain: resent,
    lost: losses.length,
    otherRepliesToTheSame: otherReplies,
    slowestRestartMs: Math.round(Math.max(...restartsMs)),
  }),
)
process.exit(losses.length + otherReplies > 0 ? 1 : 0)
