import { printJson } from './print-json'

/** What `npm run observe` prints of the SYN of an ordinary connection; a test holds it against the observer. */
export const observedLine = printJson({
  frame: 1,
  from: '10.0.0.1:40001',
  to: '10.0.0.2:80',
  ctl: ['SYN'],
  seq: 1000,
  ack: null,
  len: 0,
  states: { '10.0.0.1:40001': ['SYN-SENT'], '10.0.0.2:80': ['LISTEN', 'SYN-RECEIVED'] },
  marks: [],
})
