import 'server-only'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { findSoundBody } from '../../../items/mark'
import { type ClassBelief, classBeliefs } from '../../../teach/class-beliefs'
import { type FactOverTime, type FactShare, factsOverTime } from '../../../teach/facts-over-time'
import { type Analysis, analyseItems } from '../../../teach/item-analysis'
import type { MarkedPaper } from '../../../teach/marked-paper'
import { paperByRules, rulesInForce, scoreByRules } from '../../../teach/regrade'
import { timeTaken } from '../../../teach/time-taken'
import { database } from '../../database'
import type { Prepare } from '../../sqlite/statements'
import { type Course, findCourse } from '../course'
import { assignmentsOf, type MarkedAssignment } from './assignments'
import { type ClassPaper, createPaperReader } from './class-papers'
import { readFactShares } from './fact-shares'
import { regradesOf } from './regrades'
import { rememberLast } from './remember-last'

type Analysed = { readonly analysis: Analysis; readonly beliefs: readonly ClassBelief[] }

export type AssignmentAnalysis = Analysed & { readonly course: Course; readonly assignment: MarkedAssignment }

/**
 * What the papers of an assignment say of its items, facts and of what the class believes; undefined for who may not see
 * papers, for it shows keys. Of each student the first finished try counts.
 */
export async function findAnalysis(which: {
  readonly userId: string
  readonly courseId: string
  readonly assignmentId: string
}): Promise<AssignmentAnalysis | undefined> {
  const { userId, courseId, assignmentId } = which
  const course = await findCourse({ userId, courseId, act: 'see papers' })
  if (course === undefined) return undefined
  const { read } = await database()
  const assignment = assignmentsOf(read, courseId).find(({ id }) => id === assignmentId)
  if (assignment === undefined) return undefined
  return { course, assignment, ...(await analyse(read, assignment)) }
}

/** What all assignments of a course say of its facts, in the order of the assignments; undefined for who may not see papers. */
export async function findCourseAnalysis(which: { readonly userId: string; readonly courseId: string }): Promise<
  | {
      readonly assignments: readonly MarkedAssignment[]
      readonly facts: readonly FactOverTime[]
    }
  | undefined
> {
  const course = await findCourse({ ...which, act: 'see papers' })
  if (course === undefined) return undefined
  const opened = await database()
  const assignments = assignmentsOf(opened.read, which.courseId)
  const analyses: { readonly assignmentId: string; readonly facts: readonly FactShare[] }[] = []
  for (const assignment of assignments) {
    const { id: assignmentId, settings } = assignment
    const stamp = `${settings.credit} ${stampOf(opened.read, assignmentId)}`
    const facts = await sharesOf({ name: assignmentId, stamp }, () =>
      readFactShares(opened, which.courseId, assignment),
    )
    analyses.push({ assignmentId, facts })
    await nextTurn()
  }
  return { assignments, facts: factsOverTime(analyses) }
}

const analysisOf = rememberLast<Analysed>(64)
const sharesOf = rememberLast<readonly FactShare[]>(512)

async function analyse(read: Prepare, { id, settings }: MarkedAssignment): Promise<Analysed> {
  return await analysisOf({ name: id, stamp: `${settings.credit} ${stampOf(read, id)}` }, async () => {
    const papers = await readMarkedPapers(read, id)
    return { analysis: analyseItems(papers, settings.credit), beliefs: classBeliefs(papers) }
  })
}

/** What an analysis is made of: how many tries of students are finished, how long their logs are, and how many regrades there are. */
function stampOf(read: Prepare, assignmentId: string): string {
  const row = read<[{ assignmentId: string }]>(
    `SELECT count(*) AS tries, total((SELECT max(e.number) FROM "ExamEvent" e WHERE e."attemptId" = t.id)) AS events,
       max(t."finishedAt") AS last, (SELECT count(*) FROM "Regrade" WHERE "assignmentId" = @assignmentId) AS regrades
     FROM "Assignment" a JOIN "ExamAttempt" t ON t."assignmentId" = a.id
     JOIN "Member" m ON m."courseId" = a."courseId" AND m."userId" = t."userId" AND m.role = 'student'
     WHERE a.id = @assignmentId AND t."finishedAt" IS NOT NULL AND t.number > 0`,
  ).get({ assignmentId })
  return JSON.stringify(row)
}

/** The first finished paper of each student at an assignment, marked by the rules in force. */
async function readMarkedPapers(read: Prepare, assignmentId: string): Promise<readonly MarkedPaper[]> {
  const rules = rulesInForce(regradesOf(read, assignmentId))
  const readPaper = createPaperReader(read)
  const keys = read<[string], { readonly userId: string; readonly attemptId: string }>(
    `SELECT t."userId", t.id AS "attemptId", min(t.number)
     FROM "Assignment" a JOIN "ExamAttempt" t ON t."assignmentId" = a.id
     JOIN "Member" m ON m."courseId" = a."courseId" AND m."userId" = t."userId" AND m.role = 'student'
     WHERE a.id = ? AND t."finishedAt" IS NOT NULL AND t.number > 0 GROUP BY t."userId" ORDER BY t."userId"`,
  ).all(assignmentId)
  const papers: MarkedPaper[] = []
  for (const [index, { userId, attemptId }] of keys.entries()) {
    // Somebody else may have a turn between.
    if (index % 50 === 49) await nextTurn()
    const paper = readPaper({ userId, attemptId })
    if (paper !== undefined) papers.push(markedPaper(paper, rules))
  }
  return papers
}

function markedPaper(paper: ClassPaper, rules: ReturnType<typeof rulesInForce>): MarkedPaper {
  const { userId, attempt, credit, changes } = paper
  const { questions } = scoreByRules(paper.paper, attempt, { rules, credit })
  const took = timeTaken(attempt.startedAt, changes)
  const asked = new Map(paper.paper.map((question) => [question.position, question]))
  const keyed = new Map(paperByRules(paper.paper, rules).map(({ position, item }) => [position, item]))
  return {
    student: userId,
    questions: questions.flatMap((score) => {
      const question = asked.get(score.position)
      const item = keyed.get(score.position)
      const body = item === undefined ? null : findSoundBody(item)
      if (question === undefined || body === null) return []
      const { position, factId: fact, topic, level, pathLength, points, item: shown } = question
      const { credit: earned, answer } = score
      // Spelt out: tens of thousands are made.
      return {
        position,
        fact,
        topic,
        level,
        pathLength,
        points,
        body,
        itemId: shown.id,
        version: shown.version,
        credit: earned,
        answer,
        tookMs: took.get(position) ?? null,
      }
    }),
  }
}
