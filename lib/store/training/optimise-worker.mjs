// A worker thread in which weights are learned: what the binding does before its own threads take over grows with the log,
// and would keep the server from answering. Plain JavaScript, for Node starts it by its path.
import { parentPort, workerData } from 'node:worker_threads'
import { computeParameters, FSRSBindingItem, FSRSBindingReview } from '@open-spaced-repetition/binding'

/** How often the binding says how far it is. */
const progressMs = 100

/** @type {{ lessons: readonly import('../../review/training').Lesson[], relearningSteps: number }} */
const { lessons, relearningSteps } = workerData

const items = lessons.flatMap(({ trials, ends }) => {
  const reviews = trials.map(([rating, days]) => new FSRSBindingReview(rating, days))
  return ends.map((end) => new FSRSBindingItem(reviews.slice(0, end)))
})
const weights = await computeParameters(items, {
  enableShortTerm: true,
  numRelearningSteps: relearningSteps,
  timeout: progressMs,
  progress: (done, all) => {
    parentPort?.postMessage({ kind: 'progress', share: all > 0 ? done / all : 0 })
  },
})
parentPort?.postMessage({ kind: 'learned', weights })
