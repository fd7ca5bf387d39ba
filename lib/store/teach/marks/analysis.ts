import 'server-only'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { findSoundBody } from '../../../items/mark'
import { type ClassBelief, classBeliefs } from '../../../teach/class-beliefs'
import { type Analysis, analyseItems } from '../../../teach/item-analysis'
import type { MarkedPaper } from '../../../teach/marked-paper'
import { rulesInForce, scoreByRules } from '../../../teach/regrade'
import { timeTaken } from '../../../teach/time-taken'
import { database } from '../../database'
import type { Prepare } from '../../sqlite/statements'
import { type Course, findCourse } from '../course'
import { assignmentsOf, type MarkedAssignment } from './assignments'
import { type ClassPaper, createPaperReader } from './class-papers'
import { regradesOf } from './regrades'

export type AssignmentAnalysis = {
  readonly course: Course
  readonly assignments: readonly MarkedAssignment[]
  /** The assignment, or null where it is about all of a course. */
  readonly assignment: MarkedAssignment | null
  readonly analysis: Analysis
  readonly beliefs: readonly ClassBelief[]
}

/**
 * What the papers of an assignment, or of all of a course, say of its items, facts and of what the class believes; undefined
 * for who may not see papers, for it shows keys. Of each student the first finished try at each assignment counts.
 */
export async function findAnalysis(which: {
  readonly userId: string
  readonly courseId: string
  /** Null for all assignments of the course. */
  readonly assignmentId: string | null
}): Promise<AssignmentAnalysis | undefined> {
  const { userId, courseId, assignmentId } = which
  const course = await findCourse({ userId, courseId, act: 'see papers' })
  if (course === undefined) return undefined
  const { read } = await database()
  const assignments = assignmentsOf(read, courseId)
  const assignment = assignments.find(({ id }) => id === assignmentId) ?? null
  if (assignmentId !== null && assignment === null) return undefined
  const analysed = assignment === null ? assignments : [assignment]
  const papers: MarkedPaper[] = []
  for (const one of analysed) papers.push(...(await readMarkedPapers(read, one.id)))
  const analysis = analyseItems(papers, assignment?.settings.credit ?? 'partial')
  return { course, assignments, assignment, analysis, beliefs: classBeliefs(papers) }
}

/** The first finished paper of each student at an assignment, marked by the rules in force. */
async function readMarkedPapers(read: Prepare, assignmentId: string): Promise<readonly MarkedPaper[]> {
  const rules = rulesInForce(regradesOf(read, assignmentId))
  const readPaper = createPaperReader(read)
  const keys = read<[string], { readonly userId: string; readonly attemptId: string }>(
    `SELECT t."userId", t.id AS "attemptId", min(t.number)
     FROM "Assignment" a JOIN "ExamAttempt" t ON t."assignmentId" = a.id
     JOIN "Member" m ON m."courseId" = a."courseId" AND m."userId" = t."userId" AND m.role = 'student'
     WHERE a.id = ? AND t."finishedAt" IS NOT NULL GROUP BY t."userId" ORDER BY t."userId"`,
  ).all(assignmentId)
  const papers: MarkedPaper[] = []
  for (const [index, { userId, attemptId }] of keys.entries()) {
    // Somebody else may have a turn between.
    if (index % 50 === 49) await nextTurn()
    const paper = readPaper({ userId, attemptId })
    if (paper !== undefined) papers.push(markedPaper(read, paper, rules))
  }
  return papers
}

function markedPaper(read: Prepare, paper: ClassPaper, rules: ReturnType<typeof rulesInForce>): MarkedPaper {
  const { userId, attemptId, attempt, credit } = paper
  const { questions } = scoreByRules(paper.paper, attempt, { rules, credit })
  const took = timeTaken(attempt.startedAt, changesOf(read, attemptId))
  const asked = new Map(paper.paper.map((question) => [question.position, question]))
  return {
    student: userId,
    questions: questions.flatMap((score) => {
      const question = asked.get(score.position)
      const body = question === undefined ? null : findSoundBody(question.item)
      if (question === undefined || body === null) return []
      const { position, factId: fact, topic, level, pathLength, points, item } = question
      return [
        {
          ...{ position, fact, topic, level, pathLength, points, body, itemId: item.id, version: item.version },
          ...{ credit: score.credit, answer: score.answer, tookMs: took.get(position) ?? null },
        },
      ]
    }),
  }
}

function changesOf(read: Prepare, attemptId: string): readonly { readonly position: number; readonly at: number }[] {
  const rows = read<[string], { readonly position: number; readonly at: string }>(
    `SELECT position, at FROM "ExamEvent" WHERE "attemptId" = ? AND kind = 'draft' ORDER BY number`,
  ).all(attemptId)
  return rows.map(({ position, at }) => ({ position, at: Date.parse(at) }))
}
