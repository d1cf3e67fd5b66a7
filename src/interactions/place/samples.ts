import type { InteractionSample } from '#core/interaction/samples.ts'
import { shortHash } from '#core/kernel/hash.ts'
import type { PlaceBody, PlaceResponse } from './logic.ts'

const port = { latitude: 43.115, longitude: 131.885 }
const factory = { latitude: 50.55, longitude: 137.007 }
const spaceport = { latitude: 51.884, longitude: 128.334 }
const longName = 'The spaceport in the far north-west of the province, where rockets are built and started'
const factoryWhy = 'The tour of the factory was on Friday.'
const spaceportWhy = 'The talks there were on Wednesday.'

const fields = {
  places: [
    { text: 'Factory town', ...factory, misreading: 'other-question', why: factoryWhy },
    { text: 'Port', ...port, key: true },
    { text: longName, ...spaceport, misreading: 'wrong-detail', why: spaceportWhy },
  ],
  radius: 150,
}
const body: PlaceBody = {
  places: [
    {
      id: shortHash('Factory town'),
      text: 'Factory town',
      ...factory,
      isKey: false,
      misreading: 'other-question',
      why: factoryWhy,
    },
    { id: shortHash('Port'), text: 'Port', ...port, isKey: true },
    {
      id: shortHash(longName),
      text: longName,
      ...spaceport,
      isKey: false,
      misreading: 'wrong-detail',
      why: spaceportWhy,
    },
  ],
  radius: 150,
}
const context = { language: 'en', evidence: [] }

export const samples: readonly InteractionSample<PlaceBody, PlaceResponse>[] = [
  {
    name: 'three places, chosen from the list',
    stem: 'Where was the ship?',
    fields,
    body,
    context,
    right: { chosen: shortHash('Port') },
    wrong: { chosen: shortHash(longName) },
    unready: { chosen: 'a-place-of-another-version' },
    steps: [{ choose: 'Port' }],
  },
  {
    name: 'a point on the map, inside the radius or in the sea',
    stem: 'Point at the place of the ship.',
    fields,
    body,
    context,
    right: { latitude: 43.8, longitude: 131.2 },
    wrong: { latitude: 40, longitude: 135 },
    steps: [{ choose: 'Port' }],
  },
]
