// kill -9 in the middle of an exam of a whole class: the built app is killed at random moments and started again on the same
// database, TRIALS times. Each start, draft and hand-in that was acknowledged must be there as it was given; no paper
// changes, no clock moves. Ends with 1 where anything is lost.
//   tsx --conditions=react-server scripts/faults/kill-class.ts TRIALS
import { serveBuild } from '../../bench/app/serve-build'
import { makeSettings } from '../../bench/app/settings'
import { classOf, sitUntilGone } from './class-under-fire'
import { momentToKill } from './moment-to-kill'

const trials = Number(process.argv[2] ?? 200)
const { environment } = makeSettings()
const { prepareClass } = await import('../../bench/app/prepare-class')
const { digestPapers, findClassLosses } = await import('./check-class')
// Each kill comes after some twenty acknowledgements, and so many a student has to get; half of that again to spare.
const [sitting] = await prepareClass([Math.ceil(trials * 1.5) + 20], 20)
if (sitting === undefined) throw new Error('Cannot prepare the class')
const room = classOf(sitting)
const papers = await digestPapers(environment.DATABASE_URL)

const losses: string[] = []
let done = 0
while (done < trials && losses.length === 0) {
  const app = await serveBuild('.', environment)
  const moment = momentToKill()
  const sitting = sitUntilGone(app.port, room, { acked: moment.acked, flaws: losses })
  await Promise.race([moment.come, sitting])
  await app.kill()
  await sitting
  done += 1
  if (done % 25 === 0 || done === trials) {
    losses.push(...(await findClassLosses(environment.DATABASE_URL, room)))
    if ((await digestPapers(environment.DATABASE_URL)) !== papers) losses.push('a paper has changed')
    console.log(`${done} trials: ${countAcknowledged()} acknowledged, ${losses.length} lost or wrong`)
  }
}

function countAcknowledged(): number {
  return room.students.reduce(
    (sum, { started, handedIn, drafts }) => sum + Number(started) + Number(handedIn) + drafts.length,
    0,
  )
}

for (const loss of losses.slice(0, 20)) console.error(loss)
const handedIn = room.students.filter((student) => student.handedIn).length
console.log(JSON.stringify({ trials: done, acknowledged: countAcknowledged(), handedIn, lost: losses.length }))
process.exit(losses.length > 0 ? 1 : 0)
