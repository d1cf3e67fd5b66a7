const LESSON = `# yaml-language-server: $schema=../schema/lesson.schema.json
format: 1
title: The harbour gets a new lighthouse
summary: A small town opens a lighthouse after three years of work. Who paid for it, and what is it for?
language: en
eventDate: 2024-05-04
topic: [Local]
licence: CC-BY-4.0
levels: [a2, b1]

sources:
  - id: town
    title: The lighthouse is open
    publisher: Town council
    date: 2024-05-04

glossary:
  - term: lighthouse
    meaning: a tower with a strong light that guides ships
  - term: fishermen
    meaning: people who catch fish for a living
`

const ARTICLE_A2 = `## The opening {#opening}

The new lighthouse opened on Saturday. About 300 people came to the harbour. The mayor turned the light on at nine o’clock.

The old tower fell in a storm three years ago. After that, boats had no light at night.

## The money {#money}

The lighthouse cost two million euros. The region paid most of the money. The fishermen gave the rest.

The mayor says that the light will make the town safe. Some people say that it is too bright for their bedrooms.
`

const ARTICLE_B1 = `## The opening {#opening}

On Saturday evening the town’s new lighthouse was opened, and about 300 people came down to the harbour to see it. At nine o’clock the mayor switched on the light.

The old tower had collapsed in a storm three years earlier, which left the boats without a light to guide them at night.

## The money {#money}

The building cost two million euros, most of which was paid by the region. What was missing came from the local fishermen.

According to the mayor, the light will make the town a safer place. Several neighbours complain, however, that it shines straight into their bedrooms.
`

const QUESTIONS = `# yaml-language-server: $schema=../schema/questions.schema.json
# Each question needs the exact words of each article that prove its answer. All fields: docs/lesson-format.md

- id: first-light
  type: single
  section: opening
  process: retrieve
  stem: When did the lamp shine for the first time?
  options:
    - text: At nine on Saturday
      key: true
    - text: At midnight on Sunday
      misreading: wrong-detail
      why: The event took place on Saturday, and the hour is given with the mayor’s act.
    - text: On a night three years before
      misreading: other-question
      why: Three years before, the old tower fell.
  explanation: The mayor switched it on at nine o’clock on the day of the opening.
  evidence:
    b1: "At nine o’clock the mayor switched on the light."
    a2: "The mayor turned the light on at nine o’clock."

- id: why-needed
  type: single
  section: opening
  process: infer
  stem: What follows for the years between the storm and the opening?
  options:
    - text: No boat went out
      misreading: overclaim
      why: The boats had no light; nothing says that they stayed at home.
    - text: The mayor’s house was damaged
      misreading: outside
      why: The article speaks of one tower and of no house.
    - text: Sailing at night was riskier
      key: true
  explanation: Without a light the boats had nothing to guide them at night.
  evidence:
    b1: "which left the boats without a light to guide them at night"
    a2: "After that, boats had no light at night."

- id: who-paid
  type: match
  section: money
  process: interpret
  stem: Who gave what?
  pairs:
    - left: The region
      right: the larger share
    - left: The fishermen
      right: the remaining sum
  distractors:
    - right: nothing but advice
      misreading: outside
      why: Everyone who is named here gave money.
  explanation: Most came from the region, the rest from the fishermen.
  evidence:
    b1:
      - "most of which was paid by the region"
      - "What was missing came from the local fishermen."
    a2:
      - "The region paid most of the money."
      - "The fishermen gave the rest."

- id: safer-claim
  type: true-false-not-stated
  section: money
  process: evaluate
  stem: It has been shown that there are fewer accidents since the opening.
  answer: not-stated
  distractors:
    - answer: true
      misreading: overclaim
      why: That the town will be safer is what the mayor says; nobody has counted accidents.
    - answer: false
      misreading: outside
      why: Nobody in the article says that there are as many accidents as before.
  explanation: The article gives the mayor’s expectation and no figures.
  evidence:
    b1: "According to the mayor, the light will make the town a safer place."
    a2: "The mayor says that the light will make the town safe."
`

/** A small sound lesson to start from. `id` stands nowhere in its files: it is the folder's name. */
export const newLessonFiles = (): Readonly<Record<string, string>> => ({
  'lesson.yaml': LESSON,
  'article.a2.md': ARTICLE_A2,
  'article.b1.md': ARTICLE_B1,
  'questions.yaml': QUESTIONS,
})
