import type { Statement } from '../statements'
import { arrives } from './endpoint'

/**
 * Statements that are asked in questions made to order alone (lib/items/diagnosis): each shows a belief that no statement of
 * the bank shows. They are no facts of it, and stand beside none of its statements, so that stored questions stay as they are.
 */
export const statementsOnlyToOrder: readonly Statement[] = [
  {
    id: 'established-without-accept',
    topic: 'open',
    check: {
      kind: 'experiment',
      cite: '3.10.7.4 fifth, 3.10.1',
      holds: ({ live }) => live('SYN-RECEIVED', [arrives(['ACK'])]).end.state === 'ESTABLISHED',
    },
  },
  {
    id: 'failed-open-to-close-wait',
    topic: 'open',
    check: {
      kind: 'experiment',
      cite: '3.10.7.3 second',
      holds: ({ live }) => live('SYN-SENT', [arrives(['RST', 'ACK'])]).end.state === 'CLOSE-WAIT',
    },
  },
  {
    id: 'syn-returns-to-listen',
    topic: 'abort and reset',
    check: {
      kind: 'experiment',
      cite: '3.10.7.4 fourth, erratum 8710',
      holds: ({ live }) => live('SYN-RECEIVED', [arrives(['SYN'])]).end.state === 'LISTEN',
    },
  },
  {
    id: 'syn-in-window-ends-it',
    topic: 'abort and reset',
    check: {
      kind: 'experiment',
      cite: '3.10.7.4 fourth, RFC 5961 4',
      holds: ({ live }) => live('ESTABLISHED', [arrives(['SYN'])]).end.state === 'CLOSED',
    },
  },
]
