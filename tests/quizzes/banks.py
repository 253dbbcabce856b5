"""Quiz files for tests: one question, and one of each kind."""

KINDS = {"single choice", "multiple choice", "put in order", "match pairs", "number or date", "short text"}


GOOD = """title: A test
questions:
  - id: first
    kind: single choice
    section: one
    objective: source
    core: true
    prompt: Which of the two is right here?
    options:
      - text: This one
        correct: true
        reply: Yes, this one.
      - text: That one
        reply: No, not that one.
    source: un-charter
"""


SIX = """title: Six kinds
questions:
  - {id: a, kind: single choice, section: s, objective: source, core: true, prompt: Which is right here?, source: un-charter,
     options: [{text: This, correct: true, reply: Yes.}, {text: That, reply: No.}]}
  - {id: b, kind: multiple choice, section: s, objective: source, core: true, prompt: Which are right here?, source: un-charter,
     options: [{text: One, correct: true, reply: Yes.}, {text: Two, correct: true, reply: Also.}, {text: Three, reply: No.}]}
  - {id: c, kind: put in order, section: s, objective: source, core: true, prompt: Put these in order., source: un-charter,
     items: [signed, ratified, in force], explanation: So it goes., otherwise: Look again.,
     replies: [{first: in force, then: signed, reply: Nothing is in force before it is signed.}]}
  - {id: d, kind: match pairs, section: s, objective: source, core: true, prompt: Match these to each other., source: un-charter,
     pairs: [{left: L1, right: R1}, {left: L2, right: R2}], extra: [R3], explanation: So it is., otherwise: Not these two.,
     replies: [{left: L1, right: R3, reply: R3 belongs to nobody.}]}
  - {id: e, kind: number or date, section: s, objective: source, core: true, prompt: From which day was it in force?, source: un-charter,
     answer: "1994-04-20", explanation: So it was., otherwise: Another day., replies: [{answer: "1992-05-15", reply: That is the day of the signature.}]}
  - {id: f, kind: short text, section: s, objective: source, core: true, prompt: Who was president of Kazakhstan then?, source: un-charter,
     accepted: [Nazarbayev, Назарбаев], explanation: He was., otherwise: Another person., replies: [{answer: Yeltsin, reply: He was president of Russia.}]}
"""


NUMBER = """  - {id: g, kind: number or date, section: s, objective: source, core: true, prompt: How large was the harvest then?, source: un-charter,
     answer: 3400, tolerance: 100, unit: tonnes, explanation: So it was., otherwise: Another figure., replies: [{answer: 185, reply: That was 2001.}]}
"""


SEVEN = SIX + NUMBER
"""One question of each kind, and both of `number or date`."""
