import { answerMachine } from './answer-machine'
import { documented } from './documented'
import { answerOf, exampleRequest, faultyRequest } from './examples'
import { observedLine } from './observed-line'
import { printJson } from './print-json'
import { problemKinds } from './problem'
import { profileDifferences } from './profile-differences'
import { largestBody } from './read-json'
import { contradictions } from './tcb-contradictions'

/** All that the page for programs shows besides words: read off the schemas and the tables, and run. */
export function programsView() {
  const { transitions, dispositions } = answerMachine('rfc9293')
  return {
    documented,
    contradictions,
    problemKinds,
    octets: largestBody,
    counts: { transitions: transitions.length, dispositions: dispositions.length },
    differences: profileDifferences(),
    example: { request: printJson(exampleRequest), answer: printJson(answerOf(exampleRequest)) },
    observed: observedLine,
    faulty: { request: printJson(faultyRequest), answer: printJson(answerOf(faultyRequest)) },
  }
}
